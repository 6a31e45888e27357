import { dayNumber } from '../../analytics/framework/day.ts'
import { cleanText } from './clean-text.ts'
import { columnWidths } from './column-widths.ts'
import { contentsTab } from './contents-sheet.ts'
import { legend, marksOf } from './legend.ts'
import { noteMarker } from './numbered-notes.ts'
import type { PlacedCell, PlacedRow, PlacedSheet } from './placed-sheet.ts'
import { rowHeight } from './row-height.ts'
import type { Cell, ColumnForm, SheetColumn, SheetRows, TableSheet } from './workbook-spec.ts'

/** Spreadsheets count days from 30 December 1899. */
const firstSerial = 25_569

/**
 * A worksheet with its table: in column A the title, what the worksheet contains, its sentences, a legend of the marks
 * really used and the source; then the table, with nothing below it. A table without rows gets one that says so.
 */
export function placeTable(
  sheet: TableSheet,
  notes: ReadonlyMap<string, number>,
  { hasContents = true } = {},
): PlacedSheet {
  const { columns, tab } = sheet
  const rows = sheet.rows.length === 0 ? [columns.map((): Cell => ({ kind: 'mark', mark: 'z' }))] : [...sheet.rows]
  const header = columns.map((column): PlacedCell => ({
    value: headerOf(column, notes),
    look: isNumber(column.form) ? 'numberHeader' : 'wordsHeader',
  }))
  const body = rows.map((row) => row.map((cell, at) => placeCell(cell, columns[at]?.form ?? 'words')))
  const widths = columnWidths(
    columns.map(({ form }, at) => ({
      form,
      header: String(header[at]?.value),
      cells: body.flatMap((row) => row[at] ?? []),
    })),
  )
  const above = linesAbove(sheet, rows, hasContents)
  const placed = [...above.map((cell) => [cell]), header, ...body]
  return {
    tab,
    widths,
    rows: placed.map((cells): PlacedRow => ({ height: rowHeight(cells, widths), cells })),
    table: { name: tab, headerAt: above.length },
  }
}

/** Numbers stand to the right of their column, and with them their headers and marks; all else to the left. */
const isNumber = (form: ColumnForm): boolean => form === 'count' || form === 'percent'

/** The column's header: its label, its unit in round brackets, and on a line of its own its note's marker. */
export function headerOf(column: SheetColumn, notes: ReadonlyMap<string, number>): string {
  const named = cleanText(column.unit === null ? column.label : `${column.label} (${column.unit})`)
  const number = notes.get(column.note ?? '')
  return number === undefined ? named : `${named}\n${noteMarker(number)}`
}

function placeCell(cell: Cell, form: ColumnForm): PlacedCell {
  switch (cell.kind) {
    case 'words':
      return { value: cleanText(cell.words), look: 'words' }
    case 'link':
      return {
        value: cell.words,
        look: 'link',
        linkTo: cell.tab,
        ...(cell.at === undefined ? {} : { linkAt: cell.at }),
      }
    case 'number':
      return { value: cell.number, look: form === 'percent' ? 'percent' : 'count' }
    case 'day':
      return { value: dayNumber(cell.day) + firstSerial, look: 'day' }
    case 'blank':
      return { value: '', look: form === 'day' ? 'day' : 'words' }
    case 'mark':
      break
  }
  return { value: `[${cell.mark}]`, look: isNumber(form) ? 'mark' : 'words' }
}

function linesAbove(sheet: TableSheet, rows: SheetRows, hasContents: boolean): readonly PlacedCell[] {
  const { columns, lines, source, tab, title } = sheet
  const hasNotes = columns.some((column) => column.note !== null)
  const sentences = [
    `This worksheet contains one table.${hasNotes ? ' Some cells refer to notes, which can be found on the Notes worksheet.' : ''}`,
    ...lines,
    ...(sheet.rows.length === 0 ? ['There is nothing to list, so the one row of the table holds marks only.'] : []),
    ...(sheet.blanks === undefined ? [] : [sheet.blanks]),
    ...legend(marksOf(rows)),
    ...(source === null ? [] : [`Source: ${source}`]),
  ]
  return [
    { value: cleanText(title), look: 'heading1' },
    ...sentences.map((sentence): PlacedCell => ({ value: cleanText(sentence), look: 'line' })),
    ...(!hasContents || tab === contentsTab
      ? []
      : [{ value: contentsTab, look: 'link', linkTo: contentsTab } as const]),
  ]
}
