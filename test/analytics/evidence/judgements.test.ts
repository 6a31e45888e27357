import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { numbersOf } from '../../../analytics/evidence/columns.ts'
import type { CriterionPlace, CriterionRating } from '../../../analytics/evidence/facts.ts'
import { judgementIn, placeJudged } from '../../../analytics/evidence/judgements.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const place = (number: number): CriterionPlace => ({
  strand: 'Co-curricular',
  theme: 'Singing',
  level: 'Developing',
  number,
})

const rating = (heldOn: string, number: number, judgement: CriterionRating['judgement']): CriterionRating => ({
  urn: 900001,
  heldOn,
  place: place(number),
  judgement,
})

const known = facts({
  register: [school(900001)],
  criteria: [{ framework: 'First', ...place(1), criterion: 'They sing' }],
  audits: [audit(900001, '2020-01-10', 'F F F F'), audit(900001, '2023-01-10', 'F F F F')],
  criterionRatings: [
    rating('2023-01-10', 2, 'Met'),
    rating('2020-01-10', 1, 'Not met'),
    rating('2023-01-10', 1, 'Partly met'),
    rating('2022-01-10', 1, 'Met'),
  ],
})

describe('the judgements of criteria', () => {
  const evidence = buildEvidence(known)
  const judged = [...numbersOf(evidence.judgements, 'judged')]

  it('stand by audit, say which criterion and how far it was met, and leave out meetings that are not known', () => {
    expect([...evidence.starts.judgements]).toEqual([0, 1, 3])
    expect(judged.map((code) => [evidence.places[placeJudged(code)]?.number, judgementIn(code)])).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
    ])
  })

  it('take two bytes each', () => {
    expect(numbersOf(evidence.judgements, 'judged').byteLength).toBe(2 * judged.length)
  })
})
