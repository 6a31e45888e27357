import { levelCodes, standingsOf } from '../cohorts/standings.ts'
import type { Strand } from '../framework/strand.ts'
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
    const { notAudited, once, again, unlike } = standingsOf(evidence, cohort, asked.asOf)
    const rows = strandsAsked(asked).map((strand): StrandProfileRow => {
      const [notRated = 0, focusing = 0, developing = 0, establishing = 0, enhancing = 0] = levelCodes.map((now) =>
        levelCodes.reduce(
          (sum, first) => sum + again(strand, first, now) + unlike(strand, first, now),
          once(strand, now),
        ),
      )
      return { strand, focusing, developing, establishing, enhancing, notRated, notAudited }
    })
    return {
      rows,
      totals: {},
      identities: rows.map((_, row) => ({ whole: 'population', parts: parts.map((key) => ({ row, key })) })),
    }
  },
}
