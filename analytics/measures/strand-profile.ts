import { standingsOf } from '../cohorts/standings.ts'
import type { Strand } from '../framework/strand.ts'
import { rowSums } from './cells.ts'
import type { Measure, NoTotals } from './measure.ts'
import { strandsAsked } from './strands-asked.ts'

export interface StrandProfileRow {
  readonly strand: Strand
  readonly focusing: number
  readonly developing: number
  readonly establishing: number
  readonly enhancing: number
  readonly notRated: number
  readonly notAudited: number
}

const parts = ['focusing', 'developing', 'establishing', 'enhancing', 'notRated', 'notAudited'] as const

/**
 * For each strand, how many schools of the population stand at each level in their latest audit on or before the
 * as-of day; the rest are not rated in that strand, or not audited. The six numbers add to the population.
 *
 * Source: the standard sheets, section 3, strand-profile.
 */
export const strandProfile: Measure<StrandProfileRow, NoTotals> = {
  id: 'strand-profile',
  title: 'Strand profile',
  question: 'At which level does each strand of music provision stand in our schools?',
  needs: [],
  takes: ['strand'],
  columns: [
    { key: 'strand', label: 'Strand', unit: 'words' },
    { key: 'focusing', label: 'Focusing', unit: 'schools' },
    { key: 'developing', label: 'Developing', unit: 'schools' },
    { key: 'establishing', label: 'Establishing', unit: 'schools' },
    { key: 'enhancing', label: 'Enhancing', unit: 'schools' },
    {
      key: 'notRated',
      label: 'Not rated',
      unit: 'schools',
      note: 'audited, but this strand was not rated in the latest audit',
    },
    { key: 'notAudited', label: 'Not audited', unit: 'schools', note: 'no audit on or before the day', told: true },
  ],
  totalColumns: [],
  notes: ['Each school is counted once in each strand, at the level of its latest audit.'],
  from: ['register', 'links', 'audits'],
  find(evidence, cohort, asked) {
    const { notAudited, now } = standingsOf(evidence, cohort, asked.asOf)
    const rows = strandsAsked(asked).map((strand): StrandProfileRow => ({
      strand,
      focusing: now(strand, 1),
      developing: now(strand, 2),
      establishing: now(strand, 3),
      enhancing: now(strand, 4),
      notRated: now(strand, 0),
      notAudited,
    }))
    return { rows, totals: {}, identities: rowSums(rows.length, 'population', parts) }
  },
}
