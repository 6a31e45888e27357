import { countLatest, latestAudits } from '../cohorts/latest-audits.ts'
import { moved, movementCodes, notComparable, notYet } from '../evidence/movements.ts'
import { levels } from '../framework/level.ts'
import type { Strand } from '../framework/strand.ts'
import type { Measure, NoTotals } from './measure.ts'
import { movementsOf, strandsAsked } from './strand-columns.ts'

export interface StrandProgressRow {
  readonly strand: Strand
  readonly up: number
  readonly same: number
  readonly down: number
  readonly notYet: number
  readonly notComparable: number
  readonly notAudited: number
}

const parts = ['up', 'same', 'down', 'notYet', 'notComparable', 'notAudited'] as const

/**
 * For each strand, how many schools of the population stand higher, level or lower in their latest audit than in
 * their first; the rest were audited once only, cannot be compared, or were not audited. The six add to the
 * population.
 *
 * Source: the standard sheets, section 3, strand-progress.
 */
export const strandProgress: Measure<StrandProgressRow, NoTotals> = {
  id: 'strand-progress',
  title: 'Strand progress',
  question: 'In which strands have our schools moved between their first and their latest audit?',
  needs: [],
  takes: ['strand'],
  columns: [
    { key: 'strand', label: 'Strand', unit: 'words' },
    { key: 'up', label: 'Moved up', unit: 'schools', note: 'a higher level in the latest audit than in the first' },
    { key: 'same', label: 'Same level', unit: 'schools' },
    { key: 'down', label: 'Moved down', unit: 'schools', note: 'a lower level in the latest audit than in the first' },
    { key: 'notYet', label: 'Not yet re-audited', unit: 'schools', note: 'audited on one day only' },
    {
      key: 'notComparable',
      label: 'Not comparable',
      unit: 'schools',
      note: 'audited again, but the strand was not rated both times, or under frameworks whose levels cannot be compared',
    },
    { key: 'notAudited', label: 'Not audited', unit: 'schools', note: 'no audit on or before the day', told: true },
  ],
  totalColumns: [],
  notes: ['First and latest audit are compared; audits in between are not.'],
  find(evidence, cohort, asked) {
    const latest = latestAudits(evidence, cohort, asked.asOf)
    const rows = strandsAsked(asked).map((strand): StrandProgressRow => {
      const { counts, notAudited } = countLatest(latest, movementsOf(evidence, strand), movementCodes)
      const row = { strand, up: 0, same: 0, down: 0, notYet: 0, notComparable: counts[notComparable]!, notAudited }
      for (let to = 0; to <= levels.length; to++) row.notYet += counts[notYet(to)]!
      for (let from = 1; from <= levels.length; from++)
        for (let to = 1; to <= levels.length; to++)
          row[to > from ? 'up' : to < from ? 'down' : 'same'] += counts[moved(from, to)]!
      return row
    })
    return {
      rows,
      totals: {},
      identities: rows.map((_, row) => ({ whole: 'population', parts: parts.map((key) => ({ row, key })) })),
    }
  },
}
