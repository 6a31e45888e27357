import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Facts } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { pipeline } from '../../../analytics/measures/pipeline.ts'
import { audit, award, reflection, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const asked = (rest: Partial<Facts>, asOf: string) =>
  ask(pipeline, buildEvidence(facts({ register: [school(900001)], ...rest })), { asOf, where: {} })

/** When the items of a kind are due, by the rows that have any. */
const when = (kind: 'reflections' | 'visits' | 'awards' | 'reAudits', rest: Partial<Facts>, asOf: string) =>
  asked(rest, asOf).rows.flatMap((row) => (row[kind] === 0 ? [] : [`${row.when} ${row[kind]}`]))

describe('pipeline', () => {
  it('has a row for what is overdue, due now, each month up to the day twelve months on, and later', () => {
    expect(asked({}, '2026-11-30').rows.map(({ when }) => when)).toEqual([
      'Overdue',
      'Due now',
      'November 2026',
      'December 2026',
      'January 2027',
      'February 2027',
      'March 2027',
      'April 2027',
      'May 2027',
      'June 2027',
      'July 2027',
      'August 2027',
      'September 2027',
      'October 2027',
      'November 2027',
      'Later',
    ])
    expect(asked({}, '2026-11-30').totals).toEqual({ neverMet: 1, noAward: 1, noVisitDay: 0 })
  })

  it('tells reflections as reflections-due does: due now for 30 days, then overdue; not those returned', () => {
    const audits = [audit(900001, '2024-03-10', 'F F F F')]
    expect(when('reflections', { audits }, '2024-06-01')).toEqual(['March 2025 1', 'Later 1'])
    expect(when('reflections', { audits }, '2025-03-10')).toEqual(['Due now 1', 'March 2026 1'])
    expect(when('reflections', { audits }, '2025-03-09')).toEqual(['March 2025 1', 'Later 1'])
    expect(when('reflections', { audits }, '2025-04-10')).toEqual(['Overdue 1', 'March 2026 1'])
    const reflections = [reflection(900001, '2024-03-10', 12, { returnedOn: '2025-03-20' })]
    expect(when('reflections', { audits, reflections }, '2025-04-10')).toEqual(['March 2026 1'])
  })

  it('tells the latest award by its last valid day, and that it has lapsed from the next', () => {
    const awards = [award(900001, '2020-02-29', 'Gold'), award(900001, '2021-02-28', 'Bronze')]
    expect(when('awards', { awards }, '2023-02-28')).toEqual(['February 2024 1'])
    expect(when('awards', { awards }, '2024-02-28')).toEqual(['Due now 1'])
    expect(when('awards', { awards }, '2024-02-29')).toEqual(['Overdue 1'])
  })

  it('tells an audit to hold again three years after the latest', () => {
    const audits = [audit(900001, '2020-02-29', 'F F F F'), audit(900001, '2021-08-31', 'F F F F')]
    expect(when('reAudits', { audits }, '2023-08-30')).toEqual(['Later 1'])
    expect(when('reAudits', { audits }, '2023-08-31')).toEqual(['August 2024 1'])
    expect(when('reAudits', { audits }, '2024-09-01')).toEqual(['Overdue 1'])
  })

  it('takes a visit whose day has passed for made once something is recorded from that day on', () => {
    const awards = [award(900001, '2024-01-10', 'Working towards Bronze', { followUpOn: '2024-06-12' })]
    expect(when('visits', { awards }, '2024-02-01')).toEqual(['June 2024 1'])
    expect(when('visits', { awards }, '2024-06-12')).toEqual(['Due now 1'])
    expect(when('visits', { awards }, '2024-06-13')).toEqual(['Overdue 1'])
    const audits = [audit(900001, '2024-06-12', 'F F F F')]
    expect(when('visits', { awards, audits }, '2024-06-13')).toEqual([])
    const [given] = awards
    expect(asked({ awards: [{ ...given!, followUpOn: null }] }, '2024-02-01').totals.noVisitDay).toBe(1)
  })
})
