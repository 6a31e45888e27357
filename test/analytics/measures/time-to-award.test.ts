import { describe, expect, it } from 'vitest'
import { disclose } from '../../../analytics/disclosure/disclose.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Facts } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import type { Where } from '../../../analytics/measures/measure.ts'
import { timeToAward } from '../../../analytics/measures/time-to-award.ts'
import { audit, award, closedSchool, link, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const answer = (known: Partial<Facts>, asOf: string, where: Where = {}) =>
  ask(timeToAward, buildEvidence(facts(known)), { asOf, where: { award: 'Silver', ...where } })

/** Day, at risk, awarded and censored, a row each. */
const steps = (known: Partial<Facts>, asOf: string, where: Where = {}) =>
  answer(known, asOf, where).rows.map(({ day, atRisk, events, censored }) => [day, atRisk, events, censored])

const four = {
  register: [900001, 900002, 900003, 900004, 900005].map((urn) => school(urn)),
  audits: [900001, 900002, 900003, 900004].map((urn) => audit(urn, '2021-01-01', 'F F F F')),
}

describe('time-to-award', () => {
  it('counts days from the first audit to the first award at or above the one asked for', () => {
    const known = {
      ...four,
      audits: [...four.audits, audit(900001, '2021-01-11', 'D D D D')],
      awards: [
        award(900001, '2021-01-05', 'Bronze'),
        award(900001, '2021-01-11', 'Gold'),
        award(900001, '2021-01-21', 'Silver'),
        award(900002, '2021-01-31', 'Silver'),
      ],
    }
    expect(steps(known, '2021-02-10')).toEqual([
      [10, 4, 1, 0],
      [30, 3, 1, 0],
      [40, 2, 0, 2],
    ])
    const { rows, totals } = answer(known, '2021-02-10')
    expect(rows.map(({ survival }) => survival)).toEqual([0.75, 0.5, 0.5])
    expect(totals).toEqual({ n: 4, events: 2, censored: 2, median: 35 })
  })

  it('has no days where no school was ever audited', () => {
    expect(steps({}, '2026-06-30')).toEqual([])
  })

  it('counts an award on or before the day of the first audit at day 0, and none after the as-of day', () => {
    const known = {
      ...four,
      awards: [
        award(900001, '2021-01-01', 'Silver'),
        award(900002, '2020-01-01', 'Gold'),
        award(900003, '2021-01-12', 'Gold'),
      ],
    }
    expect(steps(known, '2021-01-11')).toEqual([
      [0, 4, 2, 0],
      [10, 2, 0, 2],
    ])
  })

  it('keeps those censored on a day at risk on it', () => {
    const known = { ...four, awards: [award(900001, '2021-01-11', 'Silver')] }
    expect(steps(known, '2021-01-11')).toEqual([[10, 4, 1, 3]])
    expect(answer(known, '2021-01-11').rows[0]?.survival).toBe(0.75)
  })

  it('observes a closed school to its last day where it leads nowhere, and one with a successor to the as-of day', () => {
    const known = {
      register: [
        closedSchool(900001, '2021-01-21'),
        closedSchool(900002, '2021-01-21'),
        school(900003),
        // Closes only after the day asked about.
        closedSchool(900004, '2022-01-01'),
      ],
      links: [link(900002, 900003)],
      audits: [900001, 900002, 900004].map((urn) => audit(urn, '2021-01-01', 'F F F F')),
    }
    expect(steps(known, '2021-01-31')).toEqual([
      [20, 3, 0, 1],
      [30, 2, 0, 2],
    ])
    expect(answer(known, '2021-01-31').population).toBe(2)
  })

  it('counts a school outside the population in the council of its last URN, if that is state-funded', () => {
    const gone = (urn: number, rest: object) => ({ ...closedSchool(urn, '2021-01-21'), ...rest })
    const known = {
      register: [gone(900001, { la: '991' }), gone(900002, { la: '990' }), gone(900003, { type: 11 })],
      audits: [900001, 900002, 900003].map((urn) => audit(urn, '2021-01-01', 'F F F F')),
    }
    expect(answer(known, '2022-01-01', { council: '991' }).totals).toMatchObject({ n: 1 })
    expect(answer(known, '2022-01-01').totals).toMatchObject({ n: 2, events: 0, censored: 2, median: 'x' })
  })

  it('gives no interval where the share is 1 or 0, and the log-log one between', () => {
    const six = {
      register: Array.from({ length: 6 }, (_, at) => school(900001 + at)),
      audits: Array.from({ length: 6 }, (_, at) => audit(900001 + at, '2021-01-01', 'F F F F')),
      awards: [award(900001, '2021-01-11', 'Silver')],
    }
    const [row] = answer(six, '2021-01-11').rows
    expect(row?.lower).toBeCloseTo(0.2731, 4)
    expect(row?.upper).toBeCloseTo(0.9747, 4)
    expect(answer({ ...six, awards: [] }, '2021-01-11').rows[0]).toMatchObject({ survival: 1, lower: 'z', upper: 'z' })
  })

  it('tells a council nothing but the population, the number of rows included', () => {
    const disclosed = disclose(answer(four, '2021-01-11'), 'council')
    expect(disclosed.rows).toEqual([])
    expect(disclosed.totals).toEqual({ n: 'c', events: 'c', censored: 'c', median: 'c' })
  })
})
