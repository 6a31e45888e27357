import type { Mark } from '../../analytics/framework/mark.ts'
import { lookOf, shownText } from './place-cell.ts'
import type { Look } from './placed-sheet.ts'
import { bodyType, unbroken, widthOf } from './text-size.ts'
import type { SheetColumn, SheetRows } from './workbook-spec.ts'

/** What must be known of all rows of a table before the first is written. */
export interface Survey {
  readonly length: number
  /** For each column the width of its widest cell, in digits. */
  readonly widest: readonly number[]
  /** For each column whether it is of words and some of them are digits only. */
  readonly textNumbers: readonly boolean[]
  readonly marks: ReadonlySet<Mark>
  readonly looks: readonly Look[]
}

/** The rows gone through once. */
export function surveyOf(columns: readonly SheetColumn[], rows: SheetRows): Survey {
  const widest = columns.map(() => 0)
  const textNumbers = columns.map(() => false)
  const [marks, looks] = [new Set<Mark>(), new Set<Look>()]
  for (const row of rows)
    row.forEach((cell, at) => {
      const form = columns[at]?.form ?? 'words'
      looks.add(lookOf(cell, form))
      if (cell.kind === 'mark') marks.add(cell.mark)
      if (cell.kind === 'words' && isDigits(cell.words)) textNumbers[at] = true
      widest[at] = Math.max(widest[at] ?? 0, widthOf(shownText(cell), bodyType))
    })
  return { length: rows.length, widest, textNumbers, marks, looks: [...looks] }
}

/** The width of the widest piece in a column that a line cannot break. Asked of few tables: it goes through all rows anew. */
export function widestPieceIn(rows: SheetRows, at: number): number {
  let most = 0
  for (const row of rows)
    for (const piece of row[at] === undefined ? [] : unbroken(shownText(row[at])))
      most = Math.max(most, widthOf(piece, bodyType))
  return most
}

const isDigits = (text: string): boolean => {
  const first = text.charCodeAt(0)
  return first >= 48 && first <= 57 && /^\d+$/.test(text)
}
