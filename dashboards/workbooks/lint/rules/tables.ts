import { ofBook, ofSheets, at, type Rule } from '../rule.ts'
import type { Sheet, SheetCell, Table } from '../sheet.ts'
import { columnLetters } from '../../finish/cell-address.ts'
import { hasChild } from '../xml.ts'

const nameForm = /^[A-Za-z_][A-Za-z0-9_]{2,}$/
const likeCell = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/

const headersOf = ({ cells }: Sheet, { left, right, top }: Table): readonly (SheetCell | undefined)[] =>
  Array.from({ length: right - left + 1 }, (_, at) => cells.get(`${columnLetters(left - 1 + at)}${top}`))

/** A rule of every table of every worksheet. */
const ofTables = (
  id: string,
  severity: 'error' | 'warning',
  mend: string,
  find: (table: Table, sheet: Sheet) => readonly string[],
): Rule => ofSheets(id, severity, mend, (sheet) => sheet.tables.flatMap((table) => find(table, sheet)))

const label = (header: string): string =>
  header
    .replace(/\s*\(.*$/s, '')
    .replace(/\s*\[note.*$/s, '')
    .toLowerCase()
const numeric = /^(#,##0|0)(\.0+)?%?$/

/** Marked tables. */
export const tableRules: readonly Rule[] = [
  ofSheets('T01', 'error', 'Mark every block of cells as a table.', (sheet) =>
    sheet.tables.length === 0 && [...sheet.cells.values()].some(({ column, kind }) => column > 1 && kind !== 'blank')
      ? ['cells beside each other and no table']
      : [],
  ),
  ofBook('T02', 'error', 'Name each table once, meaningfully, by letters, digits and underscores.', ({ book }) => {
    const names = book.sheets.flatMap(({ tables }) => tables.map(({ name }) => name))
    return names.filter(
      (name, at) =>
        !nameForm.test(name) ||
        likeCell.test(name) ||
        /^table_?\d+$/i.test(name) ||
        names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== at,
    )
  }),
  ofTables('T03', 'error', 'Give the table one header row and at least one row.', ({ name, part, bottom, top }) =>
    (part.attributes['headerRowCount'] ?? '1') === '1' && bottom > top ? [] : [name],
  ),
  ofTables('T04', 'error', 'Let the table name its columns exactly as its header cells do.', (table, sheet) => {
    const headers = headersOf(sheet, table).map((cell) => cell?.text ?? '')
    return headers.join('\u0000') === table.columns.join('\u0000')
      ? []
      : [`${headers.find((text, at) => text !== table.columns[at]) ?? table.columns.at(-1)}`]
  }),
  ofTables('T05', 'error', 'Give each column a header of its own, in words.', (table, sheet) => {
    const headers = headersOf(sheet, table)
    const texts = headers.map((cell) => cell?.text.toLowerCase() ?? '')
    return headers.flatMap((cell, at) =>
      cell?.kind !== 'text'
        ? [`column ${at + 1}: ${cell?.text || 'nothing'}`]
        : texts.indexOf(texts[at]!) !== at
          ? [cell.text]
          : [],
    )
  }),
  ofSheets('T06', 'warning', 'Publish tables without filters, styles and stripes.', (sheet, { profile }) =>
    sheet.tables
      .filter(
        ({ part }) => hasChild(part, 'tableStyleInfo') || (profile === 'publication' && hasChild(part, 'autoFilter')),
      )
      .map(({ name }) => name),
  ),
  ofSheets('T07', 'error', 'Keep tables apart from each other.', ({ tables }) =>
    tables
      .filter((a, at) =>
        tables
          .slice(at + 1)
          .some((b) => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom),
      )
      .map(({ name }) => name),
  ),
  ofSheets('T08', 'warning', 'Put each table on a worksheet of its own.', ({ tables }) =>
    tables.length > 1 ? [tables.map(({ name }) => name).join(', ')] : [],
  ),
  ofSheets('T09', 'warning', 'Say in round brackets what the numbers of a column are.', (sheet) =>
    sheet.tables.flatMap((table) =>
      headersOf(sheet, table).flatMap((header, column) => {
        const isNumeric = columnCells(sheet, table, column).some(
          ({ kind, style }) => kind === 'number' && numeric.test(style?.format ?? ''),
        )
        return isNumeric && header !== undefined && !/\(.+\)/.test(header.text) ? [at(sheet, header, header.text)] : []
      }),
    ),
  ),
  ofBook('T10', 'warning', 'Head the same thing the same way on every worksheet.', ({ book }) => {
    const spelt = new Map<string, Set<string>>()
    for (const sheet of book.sheets)
      for (const table of sheet.tables)
        for (const header of table.columns) {
          const words = header.replace(/\s*\(.*$/s, '').replace(/\s*\[note.*$/s, '')
          spelt.set(label(header), (spelt.get(label(header)) ?? new Set()).add(words))
        }
    return [...spelt.values()].filter((ways) => ways.size > 1).map((ways) => [...ways].join(', '))
  }),
  ofSheets('T11', 'warning', 'Put totals into the first or last row.', (sheet) =>
    sheet.tables.flatMap((table) =>
      columnCells(sheet, table, 0)
        .filter(({ row, text }) => /^(total|all schools)$/i.test(text) && row !== table.bottom && row !== table.top + 1)
        .map((cell) => at(sheet, cell, cell.text)),
    ),
  ),
]

/** The cells of a table's column below its header. */
export const columnCells = ({ cells }: Sheet, { left, top, bottom }: Table, column: number): readonly SheetCell[] =>
  Array.from({ length: Math.max(0, bottom - top) }, (_, row) =>
    cells.get(`${columnLetters(left - 1 + column)}${top + 1 + row}`),
  ).filter((cell) => cell !== undefined)
