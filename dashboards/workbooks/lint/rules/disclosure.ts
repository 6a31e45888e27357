import { ofBook, ofCells, ofSheets, at, type Rule } from '../rule.ts'
import { columnCells } from './tables.ts'
import { allOf, childOf } from '../xml.ts'

const counted = /\(schools\)/
const wholeOf = /^(all schools|population)\b/i

/** What a workbook gives away without showing it. */
export const disclosureRules: readonly Rule[] = [
  ofBook('D01', 'error', 'Take out names of cells that are hidden or lead nowhere.', ({ book }) =>
    allOf(childOf(book.workbook, 'definedNames'), 'definedName')
      .filter(({ attributes: { hidden }, text }) => hidden === '1' || text.includes('#REF!'))
      .map(({ attributes: { name = '' } }) => name),
  ),
  ofCells(
    'D02',
    'error',
    'Take out text of the colour of its ground: it is hidden from eyes alone.',
    ({ style }) => style !== null && (style.font.colour ?? '000000') === (style.fill ?? 'FFFFFF'),
  ),
  ofBook('D03', 'error', 'Save the file anew: it keeps texts that no cell shows.', ({ book }) => {
    const shown = new Set(book.sheets.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text)))
    return book.strings.filter((text) => text !== '' && !shown.has(text))
  }),
  ofBook('D04', 'error', 'Take out whom this workbook may not name.', ({ book: { parts }, unsaid }) =>
    unsaid.filter((name) => [...parts.values()].some((part) => part.includes(escaped(name)))),
  ),
  ofSheets('D05', 'error', 'Suppress another figure of the row: the one that is hidden can be worked out.', (sheet) =>
    sheet.tables.flatMap((table) => {
      const columns = table.columns.flatMap((header, column) => (counted.test(header) ? [{ header, column }] : []))
      const whole = columns.find(({ header }) => /^all schools\b/i.test(header))
      if (whole === undefined) return []
      const parts = columns.filter(({ header }) => !wholeOf.test(header))
      return columnCells(sheet, table, whole.column)
        .filter(({ row, kind }) => {
          const hidden = parts.filter(
            ({ column }) => columnCells(sheet, table, column)[row - table.top - 1]?.text === '[c]',
          )
          return kind === 'number' && hidden.length === 1
        })
        .map((cell) => at(sheet, cell, 'one [c] in a row whose total is shown'))
    }),
  ),
]

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
