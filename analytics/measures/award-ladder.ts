import { tallyOf } from '../cohorts/tally.ts'
import { numbersOf } from '../evidence/columns.ts'
import { forever } from '../evidence/endless.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { awards } from '../framework/award.ts'
import { rowSums } from './cells.ts'
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
    const counts = tallyOf(evidence, latestAwards, cohort, asOf)
    const [workingTowardsBronze = 0, bronze = 0, silver = 0, gold = 0, lapsed = 0] = counts
    const none = cohort.size - workingTowardsBronze - bronze - silver - gold - lapsed
    return {
      rows: [{ workingTowardsBronze, bronze, silver, gold, lapsed, none }],
      totals: {},
      identities: rowSums(1, 'population', parts),
    }
  },
}

/** That an award is a school's latest, by award while it is valid and lapsed from then on. */
const latestAwards: SpellKind = {
  name: 'latest awards',
  size: () => awards.length + 1,
  tell: ({ awards: given, starts }) => {
    const [award, awardOn] = [numbersOf(given, 'award'), numbersOf(given, 'awardOn')]
    const validUntil = numbersOf(given, 'validUntil')
    return (school, tell) => {
      const end = starts.awards[school + 1]!
      for (let row = starts.awards[school]!; row < end; row++) {
        const last = row + 1 < end ? awardOn[row + 1]! - 1 : forever
        tell(awardOn[row]!, Math.min(validUntil[row]!, last), award[row]!)
        tell(validUntil[row]! + 1, last, awards.length)
      }
    }
  },
}
