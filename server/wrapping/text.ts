import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Column } from '../../analytics/measures/measure.ts'
import { isInWords, valueText, type Value } from '../../dashboards/parts/value.ts'

/** The answer as a table for a terminal: its question, its rows under their labels, and its notes. */
export function textOf(answer: Disclosed<object, object>): string {
  const { columns, totalColumns, totals } = answer
  const cells = [
    columns.map(({ label }) => label),
    ...answer.rows.map((row) => columns.map((column) => cellOf(column, row))),
  ]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) =>
        isInWords(columns[at]?.unit ?? 'words') ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [
    answer.question,
    `${answer.population} schools, as of ${answer.asOf}, data version ${answer.dataVersion}`,
    '',
    ...cells.map(line),
    '',
    ...totalColumns.map((column) => `${column.label}: ${cellOf(column, totals)}`),
    ...answer.notes,
    '',
  ].join('\n')
}

/** A value as people read it, but for whole numbers and marks, which are bare. */
function cellOf({ key, unit }: Column, row: object): string {
  const value = Reflect.get(row, key) as Value
  const isSaid = isInWords(unit) || unit === 'share' || unit === 'percent'
  return isSaid && typeof value !== 'string' ? valueText(unit, value) : String(value)
}
