import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Facts } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { cohortProgress } from '../../../analytics/measures/cohort-progress.ts'
import { audit, closedSchool, link, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const strand = 'Curriculum music'

const progress = (known: Partial<Facts>, asOf: string) =>
  ask(cohortProgress, buildEvidence(facts(known)), { asOf, where: { strand } })

/** Years since, size, rated and at or above Establishing of a cohort, a row each. */
const pathOf = (known: Partial<Facts>, asOf: string, year: number) =>
  progress(known, asOf)
    .rows.filter(({ cohort }) => cohort === year)
    .map(({ yearsSince, size, n, atOrAboveEstablishing }) => [yearsSince, size, n, atOrAboveEstablishing])

const three = {
  register: [900001, 900002, 900003].map((urn) => school(urn)),
  audits: [
    audit(900001, '2020-09-01', 'D - - -'),
    audit(900001, '2023-02-01', 'Es - - -'),
    audit(900002, '2021-08-31', 'En - - -'),
    audit(900002, '2022-05-01', '- - - -'),
    audit(900003, '2021-09-01', 'F - - -'),
  ],
}

describe('cohort-progress', () => {
  it('follows the schools first audited in one academic year, year by year, by their latest audit by its end', () => {
    expect(pathOf(three, '2023-08-31', 2020)).toEqual([
      [0, 2, 2, 1],
      // The latest audit of one no longer rates the strand: it is not rated, and still of the cohort.
      [1, 2, 1, 0],
      [2, 2, 1, 1],
    ])
    expect(pathOf(three, '2023-08-31', 2021)).toEqual([
      [0, 1, 1, 0],
      [1, 1, 1, 0],
    ])
  })

  it('cuts the unfinished year at the day and says so; on its last day a year is finished', () => {
    const partial = (asOf: string) => progress(three, asOf).rows.map((row) => row.partial)
    expect(partial('2022-08-30')).toEqual([false, true, true])
    expect(partial('2022-08-31')).toEqual([false, false, false])
    expect(pathOf(three, '2023-01-31', 2020).at(-1)).toEqual([2, 2, 1, 0])
    expect(pathOf(three, '2023-02-01', 2020).at(-1)).toEqual([2, 2, 1, 1])
  })

  it('counts all audited schools in one cohort each, and the rest as not audited', () => {
    expect(progress(three, '2021-08-30').totals).toEqual({ audited: 1, notAudited: 2 })
    expect(progress(three, '2023-08-31').totals).toEqual({ audited: 3, notAudited: 0 })
  })

  it('counts a first audit made under a former URN, and no school that has closed', () => {
    const converted = {
      register: [closedSchool(900001, '2021-12-31'), school(900002), closedSchool(900003, '2021-12-31')],
      links: [link(900001, 900002)],
      audits: [audit(900001, '2019-05-01', 'Es - - -'), audit(900003, '2019-05-01', 'Es - - -')],
    }
    expect(pathOf(converted, '2019-12-31', 2018)).toEqual([
      [0, 2, 2, 2],
      [1, 2, 2, 2],
    ])
    expect(pathOf(converted, '2022-01-01', 2018).at(-1)).toEqual([3, 1, 1, 1])
  })
})
