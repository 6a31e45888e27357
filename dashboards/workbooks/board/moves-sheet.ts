import type { Disclosed } from '../../../analytics/disclosure/disclose.ts'
import type { Day } from '../../../analytics/framework/day.ts'
import { isMark, type Figure } from '../../../analytics/framework/mark.ts'
import { dayText } from '../../parts/day.ts'
import { figureIn, isInWords } from '../../parts/value.ts'
import { figureCell, wordsCell } from '../cell.ts'
import { wordsColumn } from '../sheet-column.ts'
import type { Cell, SheetColumn, TableSheet } from '../workbook-spec.ts'

/** The same answer of two days. */
export interface ThenAndNow<Answer> {
  readonly before: Answer
  readonly now: Answer
}

interface Between {
  readonly scope: string
  readonly source: string
  readonly since: Day
  readonly asOf: Day
}

const count = (label: string): SheetColumn => ({ label, unit: 'schools', note: null, form: 'count' })

/** What moved between two days: every count of schools of some answers, a row each, before, the change, and now. */
export function movesSheet(
  { scope, source, since, asOf }: Between,
  answers: readonly ThenAndNow<Disclosed<object, object>>[],
): TableSheet {
  return {
    tab: 'What_moved',
    title: `What moved: ${scope}, ${dayText(since)} to ${dayText(asOf)}`,
    lines: [
      'Which counts of schools changed, and by how much?',
      'Each figure now is the figure before with its change.',
    ],
    source,
    columns: [
      ...['Measure', 'Part', 'Counted'].map(wordsColumn),
      count(`On ${dayText(since)}`),
      count('Change'),
      { ...count(`On ${dayText(asOf)}`), sumOf: [3, 4] },
    ],
    rows: answers.flatMap(rowsOf),
  }
}

function rowsOf({ before, now }: ThenAndNow<Disclosed<object, object>>): readonly (readonly Cell[])[] {
  const named = now.columns.find(({ unit }) => isInWords(unit))
  const counted = now.columns.filter(({ unit }) => unit === 'schools')
  return now.rows.flatMap((row, at) =>
    counted.map(({ key, label }) => {
      const figureOf = (of: object | undefined): Figure =>
        figureIn((of as Readonly<Record<string, Figure>> | undefined)?.[key] ?? 'x')
      const [then, since] = [figureOf(before.rows[at]), figureOf(row)]
      return [
        wordsCell(now.title),
        wordsCell(named === undefined ? 'All' : String((row as Readonly<Record<string, unknown>>)[named.key])),
        wordsCell(label),
        figureCell(then),
        figureCell(isMark(then) || isMark(since) ? 'x' : since - then),
        figureCell(since),
      ]
    }),
  )
}
