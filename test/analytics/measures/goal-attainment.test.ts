import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Audit, Facts, Goal } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { goalAttainment } from '../../../analytics/measures/goal-attainment.ts'
import { audit, award, reflection, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const goal = (rest: Partial<Goal> = {}): Goal => ({
  goal: 'G1',
  title: 'Every school is audited',
  function: null,
  measure: 'coverage',
  wanted: 'Audited',
  strand: null,
  population: 'All',
  baselinePercent: 0,
  baselineYear: 2023,
  targetPercent: 50,
  targetYear: 2025,
  ...rest,
})

/** Eight primary schools of one council and four secondary schools of another. */
const register = Array.from({ length: 12 }, (_, at) => school(900001 + at, at < 8 ? {} : { la: '991', phase: 4 }))

const audited = (count: number, heldOn = '2023-10-10', levels = 'Es Es Es Es'): readonly Audit[] =>
  Array.from({ length: count }, (_, at) => audit(900001 + at, heldOn, levels))

const attainment = (goals: readonly Goal[], rest: Partial<Facts>, asOf = '2025-08-31', where = {}) =>
  ask(goalAttainment, buildEvidence(facts({ register, goals, ...rest })), { asOf, where }).rows

const row = (...asked: Parameters<typeof attainment>) => attainment(...asked)[0]

describe('goal-attainment', () => {
  it('is a share of all the schools the goal counts, audited or not, beside target and trajectory', () => {
    expect(row([goal()], { audits: audited(3) })).toEqual({
      goal: 'G1',
      n: 12,
      attained: 3,
      value: 25,
      target: 50,
      trajectory: 25,
      needed: 3,
      status: 'on track',
    })
  })

  it('says how many schools more the target needs, unrounded: 0 once it is met, none without schools', () => {
    const needed = (targetPercent: number, count: number) =>
      row([goal({ targetPercent })], { audits: audited(count) })?.needed
    expect([needed(50, 6), needed(50, 12), needed(33.33, 3), needed(33.34, 3), needed(100, 0)]).toEqual([
      0, 0, 1, 2, 12,
    ])
    expect(row([goal({ population: '999' })], {})?.needed).toBe('z')
  })

  it('is met at the target and behind below the trajectory, unrounded', () => {
    const third = (targetPercent: number) => row([goal({ targetPercent })], { audits: audited(4) })
    expect(third(33.33)).toMatchObject({ value: 33.3, target: 33.3, status: 'met' })
    expect(third(33.34)).toMatchObject({ value: 33.3, target: 33.3, status: 'on track' })
    expect(third(66.66)).toMatchObject({ value: 33.3, trajectory: 33.3, status: 'on track' })
    expect(third(66.68)).toMatchObject({ value: 33.3, trajectory: 33.3, status: 'behind' })
  })

  it('has a straight trajectory between two ends of August, flat outside, and none without a baseline', () => {
    const trajectory = (asOf: string, rest = {}) =>
      row([goal({ baselinePercent: 10, ...rest })], { audits: audited(1) }, asOf)?.trajectory
    expect(trajectory('2024-08-30')).toBe(10)
    expect(trajectory('2024-08-31')).toBe(10)
    expect(trajectory('2025-08-31')).toBe(30)
    expect(trajectory('2026-08-31')).toBe(50)
    expect(trajectory('2027-01-01')).toBe(50)
    expect(trajectory('2025-08-31', { baselinePercent: null })).toBe('z')
    expect(trajectory('2025-08-31', { baselineYear: null })).toBe('z')
  })

  it('is met or cannot be told without a baseline', () => {
    const status = (count: number) => row([goal({ baselineYear: null })], { audits: audited(count) })?.status
    expect(status(6)).toBe('met')
    expect(status(5)).toBe('cannot tell')
  })

  it('cannot be told of fewer than ten schools, or without news of them for 24 months', () => {
    expect(row([goal({ population: '990' })], { audits: audited(8) })).toMatchObject({ n: 8, status: 'cannot tell' })
    const audits = audited(8, '2023-10-10')
    expect(row([goal()], { audits }, '2025-10-09')?.status).toBe('met')
    expect(row([goal()], { audits }, '2025-10-10')?.status).toBe('cannot tell')
    const awards = [award(900001, '2025-10-01', 'Gold')]
    expect(row([goal()], { audits, awards }, '2025-10-10')?.status).toBe('cannot tell')
    const reflections = [reflection(900001, '2023-10-10', 24, { returnedOn: '2025-10-05' })]
    expect(row([goal()], { audits, reflections }, '2025-10-10')?.status).toBe('cannot tell')
    expect(row([goal({ wanted: 'Engaged' })], { audits, reflections }, '2025-10-10')?.status).toBe('met')
  })

  it('counts all, a phase or a council, within the schools asked about; where there are none there is no value', () => {
    const goals = ['All', 'Secondary', '990'].map((population, at) => goal({ goal: `G${at + 1}`, population }))
    const of = (where: object) => attainment(goals, {}, '2025-08-31', where).map(({ n }) => n)
    expect(of({})).toEqual([12, 4, 8])
    expect(of({ council: '990' })).toEqual([8, 0, 8])
    expect(of({ phase: 'Secondary' })).toEqual([4, 4, 0])
    expect(attainment(goals, {}, '2025-08-31', { council: '990' })[1]).toMatchObject({
      attained: 0,
      value: 'z',
      status: 'cannot tell',
    })
  })

  it('wants a level in one strand or in every strand of the latest audit', () => {
    const audits = [audit(900001, '2023-10-10', 'Es En Es Es'), audit(900002, '2023-10-10', 'En D Es -')]
    const attained = (rest: Partial<Goal>) =>
      row([goal({ measure: 'strand-profile', wanted: 'Establishing', ...rest })], { audits })?.attained
    expect(attained({ strand: 'Curriculum music' })).toBe(2)
    expect(attained({ strand: 'Co-curricular' })).toBe(1)
    expect(attained({ strand: null })).toBe(1)
    expect(attained({ strand: 'Community and partnerships', wanted: 'Focusing' })).toBe(1)
  })

  it('wants an award that is valid on the day, at the step or above', () => {
    const awards = [
      award(900001, '2022-08-30', 'Gold'),
      award(900002, '2022-08-31', 'Silver'),
      award(900003, '2023-10-10', 'Working towards Bronze'),
    ]
    const attained = (wanted: string) => row([goal({ measure: 'award-ladder', wanted })], { awards })?.attained
    expect(['Working towards Bronze', 'Bronze', 'Silver', 'Gold'].map(attained)).toEqual([2, 1, 1, 0])
  })

  it('says what each goal is, the second before the tenth', () => {
    const goals = [goal({ goal: 'Goal 10' }), goal({ goal: 'Goal 2', title: 'Half the schools' })]
    const answer = ask(goalAttainment, buildEvidence(facts({ register, goals })), { asOf: '2025-08-31', where: {} })
    expect(answer.rows.map(({ goal }) => goal)).toEqual(['Goal 2', 'Goal 10'])
    expect(answer.notes).toContain('Goal 2: Half the schools.')
  })
})
