import type { Disclosed } from '../../analytics/disclosure/disclose.ts'

/** The answer as a table for a terminal: its question, its rows under their labels, and its notes. */
export function textOf(answer: Disclosed<object, object>): string {
  const { columns, totalColumns, totals } = answer
  const cells = [
    columns.map(({ label }) => label),
    ...answer.rows.map((row) => columns.map(({ key }) => String(Reflect.get(row, key)))),
  ]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) =>
        columns[at]?.unit === 'words' ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [
    answer.question,
    `${answer.population} schools, as of ${answer.asOf}, data version ${answer.dataVersion}`,
    '',
    ...cells.map(line),
    '',
    ...totalColumns.map(({ key, label }) => `${label}: ${String(Reflect.get(totals, key))}`),
    ...answer.notes,
    '',
  ].join('\n')
}
