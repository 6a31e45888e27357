import { stringify } from 'csv-stringify/sync'
import { cleanText } from '../clean-text.ts'
import { notesSheet } from '../notes-sheet.ts'
import { numberNotes } from '../numbered-notes.ts'
import { headerOf } from '../place-table.ts'
import type { Cell, TableSheet, WorkbookSpec } from '../workbook-spec.ts'
import { machineName, tableFileName } from './machine-name.ts'

/** One text file of several. */
export type TextFiles = ReadonlyMap<string, string>

/**
 * A file a table for people with a spreadsheet, and the notes: headers as the worksheets have them, and no cell that a
 * spreadsheet would take for a formula.
 */
export function csvForExcel(spec: WorkbookSpec): TextFiles {
  const notes = numberNotes(spec.tables)
  const tables = notes.size === 0 ? spec.tables : [notesSheet(notes), ...spec.tables]
  return filesOf(tables, (table) =>
    stringify(
      [
        table.columns.map((column) => headerOf(column, notes).replaceAll('\n', ' ')),
        ...Array.from(table.rows, (row) => row.map((cell) => plainValue(cell, (mark) => `[${mark}]`))),
      ],
      { bom: true, record_delimiter: 'windows', escape_formulas: true },
    ),
  )
}

/** A file a table for machines: UTF-8, names of columns in snake case, marks as bare letters, text as it is. */
export const csvForMachines = ({ tables }: WorkbookSpec): TextFiles =>
  filesOf(tables, ({ columns, rows }) =>
    stringify([columns.map(machineName), ...Array.from(rows, (row) => row.map((cell) => plainValue(cell)))], {
      record_delimiter: 'windows',
    }),
  )

const filesOf = (tables: readonly TableSheet[], write: (table: TableSheet) => string): TextFiles =>
  new Map(tables.map((table) => [`${tableFileName(table)}.csv`, write(table)]))

/** A cell as a file of text has it: days as ISO text, percentages with their decimal, marks as they are spelt. */
export function plainValue(cell: Cell, spell = (mark: string): string => mark): string | number {
  switch (cell.kind) {
    case 'words':
    case 'link':
      return cleanText(cell.words)
    case 'number':
      return cell.number
    case 'day':
      return cell.day
    case 'mark':
      return spell(cell.mark)
    case 'blank':
      break
  }
  return ''
}
