import { describe, expect, it } from 'vitest'
import { filterParts, isFiltered } from '../../../analytics/cohorts/filters.ts'
import { fsmYearOn } from '../../../analytics/cohorts/fsm-year.ts'
import { everAudited } from '../../../analytics/cohorts/ever-audited.ts'
import { populationOf, type Scope } from '../../../analytics/cohorts/population.ts'
import { numbersOf } from '../../../analytics/evidence/columns.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Facts, SchoolFsm, SchoolYear } from '../../../analytics/evidence/facts.ts'
import { audit, closedSchool, link, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const year = (urn: number, of: number, rest: Partial<SchoolYear>): SchoolYear => ({
  urn,
  year: of,
  pupils: null,
  sendPercent: null,
  deprivationDecile: null,
  ruralUrban: null,
  ...rest,
})

const fsm = (urn: number, year: number, percent: number | null, basis: SchoolFsm['basis'] = 'current'): SchoolFsm => ({
  urn,
  year,
  basis,
  percent,
})

/** The URNs that speak for the schools of a scope. */
function urnsOf(known: Partial<Facts>, where: Scope, asOf = '2026-06-30'): readonly number[] {
  const evidence = buildEvidence(facts(known))
  const { urns } = populationOf(evidence, asOf, where)
  return [...urns].map((row) => numbersOf(evidence.urns, 'urn')[row]!).toSorted((a, b) => a - b)
}

describe('the population', () => {
  it('is that of each day asked about, of one evidence and of two days one after another', () => {
    const opened = school(900002, { openOn: '2025-03-17' })
    const evidence = buildEvidence(facts({ register: [school(900001), opened] }))
    const days = ['2025-03-16', '2025-03-17', '2025-03-16', '2025-04-01'] as const
    expect(days.map((day) => populationOf(evidence, day, {}).size)).toEqual([1, 2, 1, 2])
    expect(days.map((day) => populationOf(evidence, day, {}).schools.length)).toEqual([1, 2, 1, 2])
  })

  it('is filtered by every part by which schools may be asked for', () => {
    for (const part of filterParts) expect([part, isFiltered({ [part]: 'any' })]).toEqual([part, true])
    expect(isFiltered({})).toBe(false)
  })
})

describe('the population by size', () => {
  const known = {
    register: [school(900001, { pupils: 100 }), school(900002, { pupils: 900 }), school(900003, { pupils: null })],
    schoolYears: [
      year(900002, 2023, { pupils: 150 }),
      year(900002, 2024, { ruralUrban: 'Rural village' }),
      year(900002, 2026, { pupils: 2000 }),
    ],
  }

  it('is by the pupils of the newest year begun by the day that tells them, else by the register', () => {
    expect(urnsOf(known, { size: 'Up to 100' })).toEqual([900001])
    expect(urnsOf(known, { size: '101 to 210' })).toEqual([900002])
    expect(urnsOf(known, { size: 'Over 1000' }, '2026-09-01')).toEqual([900002])
    expect(urnsOf(known, { size: '631 to 1000' }, '2020-01-01')).toEqual([900002])
  })

  it('is Unknown where nobody tells, and bands are joined with the rest of the scope by and', () => {
    expect(urnsOf(known, { size: 'Unknown' })).toEqual([900003])
    expect(urnsOf(known, { size: 'Unknown', phase: 'Secondary' })).toEqual([])
    expect(urnsOf(known, { size: '101 to 210', rural: 'Rural' })).toEqual([900002])
  })
})

describe('the population by rural or urban', () => {
  it('is by the newest year that tells it, even in words nobody can read, else by the code of the register', () => {
    const known = {
      register: [
        school(900001, { urbanRural: 'D1' }),
        school(900002, { urbanRural: 'D1' }),
        school(900003, { urbanRural: 'A1' }),
      ],
      schoolYears: [year(900002, 2024, { ruralUrban: 'Sea' }), year(900002, 2023, { ruralUrban: 'Urban' })],
    }
    expect(urnsOf(known, { rural: 'Rural' })).toEqual([900001])
    expect(urnsOf(known, { rural: 'Unknown' })).toEqual([900002])
    expect(urnsOf(known, { rural: 'Urban' })).toEqual([900003])
  })
})

describe('the population by free school meals', () => {
  const register = [1, 2, 3, 4].map((at) => school(900000 + at))

  it('is on one basis and of one year: the newest known for half the schools, first basis first', () => {
    const schoolFsm = [
      ...[1, 2, 3, 4].map((at) => fsm(900000 + at, 2023, 5)),
      fsm(900001, 2024, 10),
      fsm(900002, 2024, 40),
      fsm(900001, 2024, 50, 'ever 6'),
      fsm(900002, 2024, 50, 'ever 6'),
      fsm(900003, 2025, 36),
      fsm(900004, 2025, null),
    ]
    expect(fsmYearOn(buildEvidence(facts({ register, schoolFsm })), '2026-06-30')).toEqual({ year: 2024, basis: 0 })
    expect(urnsOf({ register, schoolFsm }, { fsm: '10% to under 20%' })).toEqual([900001])
    expect(urnsOf({ register, schoolFsm }, { fsm: '35% and over' })).toEqual([900002])
    expect(urnsOf({ register, schoolFsm }, { fsm: 'Unknown' })).toEqual([900003, 900004])
    expect(urnsOf({ register, schoolFsm }, { fsm: 'Under 10%' }, '2024-08-31')).toHaveLength(4)
  })

  it('is Unknown for all where no basis and year is known for half of them', () => {
    const schoolFsm = [fsm(900001, 2024, 10), fsm(900002, 2024, 10, 'ever 6')]
    expect(urnsOf({ register, schoolFsm }, { fsm: 'Unknown' })).toHaveLength(4)
  })

  it('is, of a school with two URNs told for the year, that of the one that speaks first', () => {
    const known = {
      register: [closedSchool(900001, '2025-12-31'), school(900002)],
      links: [link(900001, 900002)],
      schoolFsm: [fsm(900001, 2025, 5), fsm(900002, 2025, 25)],
    }
    expect(urnsOf(known, { fsm: '20% to under 35%' })).toEqual([900002])
  })
})

describe('the population by audit', () => {
  const known = {
    register: [school(900001), school(900002), school(900003)],
    audits: [
      { ...audit(900001, '2020-01-10', 'F F F F', 'First'), adviser: 'A. Adviser' },
      { ...audit(900001, '2023-01-10', 'F F F F', 'Second'), adviser: 'B. Adviser' },
      audit(900002, '2023-01-10', 'F F F F'),
    ],
  }

  it('is by framework and adviser of the latest audit; a school without an audit is in no part', () => {
    expect(urnsOf(known, { framework: 'Second' })).toEqual([900001])
    expect(urnsOf(known, { framework: 'First' })).toEqual([])
    expect(urnsOf(known, { framework: 'First' }, '2021-01-01')).toEqual([900001])
    expect(urnsOf(known, { adviser: 'B. Adviser' })).toEqual([900001])
    expect(urnsOf(known, { adviser: 'Unknown' })).toEqual([900002])
    expect(urnsOf(known, { framework: 'Unknown' })).toEqual([900002])
  })
})

describe('the schools ever audited', () => {
  it('are filtered by their last URN where they have closed', () => {
    const evidence = buildEvidence(
      facts({
        register: [{ ...closedSchool(900001, '2024-08-31'), pupils: 90 }, school(900002, { district: null })],
        audits: [audit(900001, '2020-01-10', 'F F F F'), audit(900002, '2020-01-10', 'F F F F')],
      }),
    )
    expect(everAudited(evidence, '2026-06-30', { size: 'Up to 100' }).size).toBe(1)
    expect(everAudited(evidence, '2026-06-30', { size: 'Over 1000' }).size).toBe(0)
    expect(everAudited(evidence, '2026-06-30', { district: 'Unknown' }).size).toBe(1)
  })
})
