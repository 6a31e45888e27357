import { numbersOf } from '../evidence/columns.ts'
import { awards } from '../framework/award.ts'
import { dayNumber } from '../framework/day.ts'
import type { Measure, NoTotals } from './measure.ts'

export interface AwardLadderRow {
  readonly workingTowardsBronze: number
  readonly bronze: number
  readonly silver: number
  readonly gold: number
  readonly lapsed: number
  readonly none: number
}

const parts = ['workingTowardsBronze', 'bronze', 'silver', 'gold', 'lapsed', 'none'] as const

/**
 * Schools of the population by their latest award on or before the as-of day, where it is still valid that day;
 * `lapsed` had an award and none is valid, `none` never had one. A later lower award replaces a higher one; of two on
 * one day the higher counts. The six add to the population.
 *
 * Source: the standard sheets, section 3, award-ladder.
 */
export const awardLadder: Measure<AwardLadderRow, NoTotals> = {
  id: 'award-ladder',
  title: 'Award ladder',
  question: 'Which award do our schools hold?',
  needs: [],
  takes: [],
  columns: [
    { key: 'workingTowardsBronze', label: 'Working towards Bronze', unit: 'schools' },
    { key: 'bronze', label: 'Bronze', unit: 'schools' },
    { key: 'silver', label: 'Silver', unit: 'schools' },
    { key: 'gold', label: 'Gold', unit: 'schools' },
    { key: 'lapsed', label: 'Lapsed', unit: 'schools', note: 'had an award, and none is valid on the day' },
    { key: 'none', label: 'No award', unit: 'schools', note: 'no award on or before the day' },
  ],
  totalColumns: [],
  notes: [
    'An award is valid for 36 calendar months from its award date, the last day included. It is recorded, never computed.',
  ],
  from: ['register', 'links', 'awards'],
  find(evidence, cohort, { asOf }) {
    const day = dayNumber(asOf)
    const [award, awardOn] = [numbersOf(evidence.awards, 'award'), numbersOf(evidence.awards, 'awardOn')]
    const validUntil = numbersOf(evidence.awards, 'validUntil')
    const starts = evidence.starts.awards
    const valid = new Uint32Array(awards.length)
    let [lapsed, none] = [0, 0]
    for (let at = 0; at < cohort.size; at++) {
      const school = cohort.schools[at]!
      let last = starts[school + 1]! - 1
      while (last >= starts[school]! && awardOn[last]! > day) last--
      if (last < starts[school]!) none++
      else if (validUntil[last]! < day) lapsed++
      else valid[award[last]!]! += 1
    }
    const [workingTowardsBronze = 0, bronze = 0, silver = 0, gold = 0] = valid
    return {
      rows: [{ workingTowardsBronze, bronze, silver, gold, lapsed, none }],
      totals: {},
      identities: [{ whole: 'population', parts: parts.map((key) => ({ row: 0, key })) }],
    }
  },
}
