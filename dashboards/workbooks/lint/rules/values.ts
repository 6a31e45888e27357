import { bodyOf, linesOf, ofSheets, at, type Fault, type Rule } from '../rule.ts'
import { isIn, type Sheet, type SheetCell } from '../sheet.ts'
import { columnCells } from './tables.ts'

const shorthand = /^\[(b|c|e|er|f|k|low|p|r|u|w|x|z|ns|s{1,3})\d*\]$/
const legacy = /^(\.{1,3}|-{1,2}|\*{1,3}|:|~|n\/?a|#n\/a|null|none|not applicable)$/i
const numeric = /^(#,##0|0)(\.0+)?%?$/
const isNumeric = (cells: readonly SheetCell[]): boolean => cells.some(({ kind }) => kind === 'number')
const isDate = (format: string): boolean => /[dy]/i.test(format) || format === 'built-in 14'

/** Each column of each table: its cells below the header. */
const columnsOf = (sheet: Sheet): readonly (readonly SheetCell[])[] =>
  sheet.tables.flatMap((table) => table.columns.map((_, column) => columnCells(sheet, table, column)))

const each = (sheet: Sheet, wrong: (cell: SheetCell) => boolean, among = bodyOf(sheet)): readonly Fault[] =>
  among.filter(wrong).map((cell) => at(sheet, cell, cell.text || 'nothing'))

/** What stands in the cells of tables. */
export const valueRules: readonly Rule[] = [
  ofSheets(
    'V01',
    'error',
    'Put numbers into columns of numbers, as numbers, or a mark that says why there is none.',
    (sheet) =>
      columnsOf(sheet)
        .filter(isNumeric)
        .flatMap((cells) =>
          each(
            sheet,
            ({ kind, text }) =>
              kind === 'number'
                ? !Number.isFinite(Number(text))
                : kind === 'error' || (kind === 'text' && !/^\[.*\]$/.test(text) && !legacy.test(text)),
            cells,
          ),
        ),
  ),
  ofSheets(
    'V02',
    'error',
    'Use one of the marks that are agreed, in square brackets: [c], [x], [z], [low], [u] and others.',
    (sheet) =>
      each(
        sheet,
        ({ kind, text }) =>
          kind === 'text' &&
          (legacy.test(text) || (/^\[[^\]]*\]$/.test(text) && !/^\[note \d+\]$/i.test(text) && !shorthand.test(text))),
      ),
  ),
  ofSheets('V03', 'error', 'Explain every mark above the table, and none that is not used.', (sheet) => {
    if (sheet.tables.length === 0) return []
    const used = new Set(
      bodyOf(sheet)
        .filter(({ text }) => shorthand.test(text))
        .map(({ text }) => text),
    )
    const told = new Set(linesOf(sheet).flatMap(({ text }) => /^(\[\w+\]) means /.exec(text)?.[1] ?? []))
    return [
      ...[...used].filter((mark) => !told.has(mark)),
      ...[...told]
        .filter((mark) => !used.has(mark))
        .map((mark): Fault => ({ place: sheet.tab, found: `${mark} is not used`, severity: 'warning' })),
    ]
  }),
  ofSheets(
    'V04',
    'error',
    'Fill blank cells with a mark, or say above the table the one reason for which they are blank.',
    (sheet) => {
      if (sheet.tables.length === 0) return []
      const blank = sheet.tables.flatMap((table) => {
        const filled = [...sheet.cells.values()].filter((cell) => cell.kind !== 'blank' && isIn(cell, table)).length
        return filled < (table.right - table.left + 1) * (table.bottom - table.top + 1) ? [table.name] : []
      })
      const isSaid = linesOf(sheet).some(({ text }) => /\bblank\b/i.test(text))
      return isSaid === blank.length > 0
        ? []
        : isSaid
          ? [{ place: sheet.tab, found: 'no cell is blank', severity: 'warning' }]
          : blank
    },
  ),
  ofSheets('V05', 'error', 'Write words where a cell holds nothing but signs.', (sheet) =>
    each(sheet, ({ kind, text }) => kind === 'text' && /^[^\p{L}\p{N}]+$/u.test(text) && text.length < 4),
  ),
  ofSheets(
    'V06',
    'error',
    'Show the numbers of a column in one form: #,##0, 0.0, 0% or d mmm yyyy; years without a comma.',
    (sheet) =>
      columnsOf(sheet).flatMap((cells) => {
        const numbers = cells.filter(({ kind }) => kind === 'number')
        const formats = new Set(numbers.map(({ style }) => style?.format ?? 'General'))
        const isWrong = ({ style }: SheetCell): boolean => {
          const format = style?.format ?? 'General'
          return !numeric.test(format) && format !== 'd mmm yyyy'
        }
        return formats.size > 1
          ? numbers.slice(0, 1).map((cell) => at(sheet, cell, [...formats].join(' and ')))
          : numbers
              .filter(isWrong)
              .slice(0, 1)
              .map((cell) => at(sheet, cell, cell.style?.format ?? 'no form'))
      }),
  ),
  ofSheets(
    'V07',
    'error',
    'Publish values, not formulas; to work with, keep the result of each beside it.',
    (sheet, { profile }) =>
      [...sheet.cells.values()]
        .filter(
          ({ formula, kind }) =>
            formula !== null && (profile === 'publication' || kind === 'blank' || kind === 'error'),
        )
        .map((cell) => at(sheet, cell, cell.formula || 'a formula')),
  ),
  ofSheets(
    'V08',
    'warning',
    'Round the value itself: a form that shows fewer decimals does not hide the others.',
    (sheet) =>
      each(sheet, ({ kind, style, text }) => {
        const format = style?.format ?? 'General'
        if (kind !== 'number' || !numeric.test(format)) return false
        const decimals = (/\.(0+)/.exec(format)?.[1]?.length ?? 0) + (format.endsWith('%') ? 2 : 0)
        return Math.abs(Number(text) * 10 ** decimals - Math.round(Number(text) * 10 ** decimals)) > 1e-6
      }),
  ),
  ofSheets('V09', 'warning', 'Write days as 1 February 2026, and stretches of time with "to".', (sheet) =>
    each(
      sheet,
      ({ kind, text }) =>
        kind === 'text' &&
        /^\d{1,2}\/\d{1,2}\/\d{2,4}$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?[-–] ?[a-z]+ \d{2,4}$/i.test(
          text,
        ),
    ),
  ),
  ofSheets('V10', 'error', 'Keep days without a time.', (sheet) =>
    each(
      sheet,
      ({ kind, style, text }) => kind === 'number' && isDate(style?.format ?? '') && !Number.isInteger(Number(text)),
    ),
  ),
]
