import { standingsOf } from '../cohorts/standings.ts'
import { tallyOf } from '../cohorts/tally.ts'
import { since, sinceCells } from '../evidence/standings.ts'
import { levels, type Level } from '../framework/level.ts'
import { strands } from '../framework/strand.ts'
import type { Measure } from './measure.ts'

export interface TransitionMatrixRow {
  readonly first: Level
  readonly focusing: number
  readonly developing: number
  readonly establishing: number
  readonly enhancing: number
  readonly notYet: number
}

export interface TransitionMatrixTotals {
  readonly n: number
  readonly notComparable: number
}

const columns = ['focusing', 'developing', 'establishing', 'enhancing', 'notYet'] as const

/**
 * For one strand, schools by level in the first audit (rows) and in the latest (columns); beside them, by the level
 * of their one audit, those not yet re-audited. `n` is the schools with an audit that rates the strand, and
 * `notComparable` the rest of them; cells, not yet and not comparable add to `n`.
 *
 * Source: the standard sheets, section 3, transition-matrix.
 */
export const transitionMatrix: Measure<TransitionMatrixRow, TransitionMatrixTotals> = {
  id: 'transition-matrix',
  title: 'Transition matrix',
  question: 'From which level to which have our schools moved in this strand?',
  needs: ['strand'],
  takes: ['strand'],
  columns: [
    { key: 'first', label: 'Level in first audit', unit: 'words' },
    { key: 'focusing', label: 'Focusing in latest audit', unit: 'schools' },
    { key: 'developing', label: 'Developing in latest audit', unit: 'schools' },
    { key: 'establishing', label: 'Establishing in latest audit', unit: 'schools' },
    { key: 'enhancing', label: 'Enhancing in latest audit', unit: 'schools' },
    { key: 'notYet', label: 'Not yet re-audited', unit: 'schools', note: 'audited on one day only' },
  ],
  totalColumns: [
    {
      key: 'n',
      label: 'Schools ever rated in this strand',
      unit: 'schools',
      note: 'in some audit on or before the day',
    },
    {
      key: 'notComparable',
      label: 'Not comparable',
      unit: 'schools',
      note: 'audited again, but the strand was not rated both times, or under frameworks whose levels cannot be compared',
    },
  ],
  notes: [
    'Schools on the diagonal have the same level in both audits; to the right of it they moved up, to the left down.',
  ],
  fine: true,
  from: ['register', 'links', 'audits', 'frameworks'],
  find(evidence, cohort, asked) {
    const strand = asked.where.strand ?? strands[0]
    const { once, again } = standingsOf(evidence, cohort, asked.asOf)
    const rows = levels.map((first, at): TransitionMatrixRow => {
      const [focusing = 0, developing = 0, establishing = 0, enhancing = 0] = levels.map((_, to) =>
        again(strand, at + 1, to + 1),
      )
      return { first, focusing, developing, establishing, enhancing, notYet: once(strand, at + 1) }
    })
    const counted = rows.reduce((sum, row) => sum + columns.reduce((part, key) => part + row[key], 0), 0)
    const rated = tallyOf(evidence, since, cohort, asked.asOf)
    const n = rated[sinceCells.rated(strands.indexOf(strand))]!
    return {
      rows,
      totals: { n, notComparable: n - counted },
      identities: [
        {
          whole: { row: 'totals', key: 'n' },
          parts: [
            ...rows.flatMap((_, row) => columns.map((key) => ({ row, key }))),
            { row: 'totals', key: 'notComparable' },
          ],
        },
      ],
    }
  },
}
