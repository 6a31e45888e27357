import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { CriterionPlace, CriterionRating, Facts } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { criteriaGaps } from '../../../analytics/measures/criteria-gaps.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const place = (theme: string, level: CriterionPlace['level'], number = 1): CriterionPlace => ({
  strand: 'Co-curricular',
  theme,
  level,
  number,
})
const singing = place('Singing', 'Developing')
const higher = place('Singing', 'Establishing')

const rated = (
  urn: number,
  heldOn: string,
  place: CriterionPlace,
  judgement: CriterionRating['judgement'],
): CriterionRating => ({ urn, heldOn, place, judgement })

const known: Partial<Facts> = {
  register: [school(900001), school(900002), school(900003), school(900004)],
  frameworks: [
    { framework: 'Old', inUseFrom: null, phases: [], comparableWith: [] },
    { framework: 'New', inUseFrom: '2022-09-01', phases: [], comparableWith: [] },
  ],
  criteria: [
    { framework: 'New', ...higher, criterion: 'All staff sing' },
    { framework: 'New', ...singing, criterion: 'They sing often' },
    { framework: 'New', ...place('Delivery', 'Focusing'), strand: 'Curriculum music', criterion: 'Now and then' },
    { framework: 'Old', ...singing, criterion: 'They sing' },
  ],
  audits: [
    audit(900001, '2021-01-10', 'F F F F'),
    audit(900001, '2023-01-10', 'F F F F'),
    audit(900002, '2023-01-10', 'F F F F'),
    audit(900003, '2021-01-10', 'F F F F'),
  ],
  criterionRatings: [
    rated(900001, '2021-01-10', singing, 'Met'),
    rated(900001, '2023-01-10', singing, 'Not met'),
    rated(900002, '2023-01-10', singing, 'Met'),
    rated(900002, '2023-01-10', place('Tuition', 'Developing'), 'Partly met'),
  ],
}

const gaps = (asOf = '2026-06-30', where = {}) =>
  ask(criteriaGaps, buildEvidence(facts(known)), { asOf, where: { strand: 'Co-curricular', ...where } })

describe('criteria-gaps', () => {
  it('counts latest audits alone, framework by framework, and tells what was not judged apart', () => {
    const { rows, totals } = gaps()
    const told = rows.map((row) => [
      row.framework,
      row.theme,
      row.level,
      row.schools,
      row.met,
      row.partlyMet,
      row.notMet,
    ])
    expect(told).toEqual([
      ['New', 'Singing', 'Developing', 2, 1, 0, 1],
      ['New', 'Singing', 'Establishing', 2, 0, 0, 0],
      ['New', 'Tuition', 'Developing', 2, 0, 1, 0],
      ['Old', 'Singing', 'Developing', 1, 0, 0, 0],
    ])
    expect(rows.map(({ notJudged }) => notJudged)).toEqual([0, 2, 1, 1])
    expect(rows.map(({ metPercent }) => metPercent)).toEqual([50, 'z', 0, 'z'])
    expect(totals).toEqual({ audited: 3, judged: 2 })
  })

  it('says the wording of the framework, and where there is none', () => {
    expect(gaps().rows.map(({ criterion }) => criterion)).toEqual([
      'They sing often',
      'All staff sing',
      'Wording not loaded',
      'They sing',
    ])
  })

  it('is of all strands in the order of the tool where none is asked for, and of the audits up to the day', () => {
    expect(gaps('2026-06-30', { strand: undefined }).rows[0]).toMatchObject({
      strand: 'Curriculum music',
      notJudged: 2,
    })
    const before = gaps('2022-01-01')
    expect(before.rows).toMatchObject([{ framework: 'Old', schools: 2, met: 1, notJudged: 1 }])
    expect(before.totals).toEqual({ audited: 2, judged: 1 })
  })
})
