import { dayNumber, partsOfDay } from '../../../analytics/framework/day.ts'
import { cleanText } from '../../../dashboards/workbooks/clean-text.ts'
import type { Sheet } from '../../../dashboards/workbooks/lint/sheet.ts'
import type { Cell, TableSheet } from '../../../dashboards/workbooks/workbook-spec.ts'

type Rows<T> = readonly (readonly T[])[]

/** A cell as any reader has it: numbers, days too, as numbers, all else as text. */
function plainly(cell: Cell): string | number {
  if (cell.kind === 'number') return cell.number
  if (cell.kind === 'day') return dayNumber(cell.day) + 25_569
  return cell.kind === 'mark' ? `[${cell.mark}]` : cell.kind === 'blank' ? '' : cleanText(cell.words)
}

const rowsOf = <T>({ columns, rows }: TableSheet, tell: (cell: Cell, column: number) => T): Rows<T> =>
  Array.from(rows.length === 0 ? [columns.map((): Cell => ({ kind: 'mark', mark: 'z' }))] : rows, (row) =>
    row.map(tell),
  )

/** What a table says: numbers, and days as spreadsheets count them, as numbers, all else as text. */
export const valuesOf = (table: TableSheet): Rows<string | number> => rowsOf(table, plainly)

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayShown(day: string): string {
  const [year, month, date] = partsOfDay(day)!
  return `${date} ${months[month - 1]} ${year}`
}

/** The same as a spreadsheet program shows it. */
export const shownIn = (table: TableSheet): Rows<string> =>
  rowsOf(table, (cell, column) => {
    if (cell.kind === 'day') return dayShown(cell.day)
    if (cell.kind !== 'number') return String(plainly(cell))
    return table.columns[column]?.form === 'percent' ? cell.number.toFixed(1) : cell.number.toLocaleString('en-GB')
  })

/** What a worksheet holds below the row of those headers. */
export function valuesBelow({ cells }: Sheet, headers: readonly string[]): Rows<string | number> {
  const at = (row: number): readonly (string | number)[] =>
    headers.map((_, column) => {
      const cell = cells.get(`${String.fromCharCode(65 + column)}${row}`)
      return cell === undefined || cell.kind === 'blank' ? '' : cell.kind === 'number' ? Number(cell.text) : cell.text
    })
  let last = 0
  for (const { row } of cells.values()) last = Math.max(last, row)
  const rows = Array.from({ length: last }, (_, row) => at(row + 1))
  const head = rows.findIndex((row) => row.join('|') === headers.join('|'))
  return head === -1 ? [] : rows.slice(head + 1)
}
