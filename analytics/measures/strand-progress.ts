import { levelCodes, standingsOf } from '../cohorts/standings.ts'
import type { Strand } from '../framework/strand.ts'
import { rowSums } from './cells.ts'
import type { Measure, NoTotals } from './measure.ts'
import { strandsAsked } from './strands-asked.ts'

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
  from: ['register', 'links', 'audits', 'frameworks'],
  find(evidence, cohort, asked) {
    const { notAudited, once, again, unlike } = standingsOf(evidence, cohort, asked.asOf)
    const rows = strandsAsked(asked).map((strand): StrandProgressRow => {
      const row = { strand, up: 0, same: 0, down: 0, notYet: 0, notComparable: 0, notAudited }
      for (const now of levelCodes) {
        row.notYet += once(strand, now)
        for (const first of levelCodes) {
          const bothRated = first > 0 && now > 0
          const moved = now > first ? 'up' : now < first ? 'down' : 'same'
          row[bothRated ? moved : 'notComparable'] += again(strand, first, now)
          row.notComparable += unlike(strand, first, now)
        }
      }
      return row
    })
    return { rows, totals: {}, identities: rowSums(rows.length, 'population', parts) }
  },
}
