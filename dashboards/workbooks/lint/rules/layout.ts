import { bodyOf, linesOf, ofCells, ofSheets, at, type Fault, type Rule } from '../rule.ts'
import { isIn, type Sheet } from '../sheet.ts'
import { linesOf as linesFilled, bodyType, unbroken, widthOf } from '../../text-size.ts'
import { allOf, childOf, hasChild } from '../xml.ts'
import { contrast } from '../contrast.ts'

const sans = new Set(['Arial', 'Calibri', 'Helvetica', 'Verdana', 'Tahoma', 'Aptos', 'Liberation Sans'])
const isHidden = (value: string | undefined): boolean => value === '1' || value === 'true'

/** The width of each column, in digits. */
function widthsOf({ part }: Sheet): (column: number) => number {
  const cols = allOf(childOf(part, 'cols'), 'col').map(({ attributes: { min, max, width } }) => ({
    min: Number(min),
    max: Number(max),
    width: Number(width),
  }))
  return (column) => cols.find(({ min, max }) => column >= min && column <= max)?.width ?? 9.14
}

const says = (sheet: Sheet, pattern: RegExp): boolean => linesOf(sheet).some(({ text }) => pattern.test(text))

/** Where things stand on a worksheet, and how they look. */
export const layoutRules: readonly Rule[] = [
  ofCells(
    'L03',
    'error',
    'Put all that is not in a table into column A.',
    (cell, { tables }) => cell.column > 1 && !tables.some((table) => isIn(cell, table)),
  ),
  ofSheets('L04', 'error', 'Let the table begin in column A.', ({ tables }) =>
    tables.filter(({ left }) => left !== 1).map(({ name }) => name),
  ),
  ofSheets('L05', 'warning', 'Put nothing below or beside a table: say it above.', (sheet) => {
    const end = Math.max(0, ...sheet.tables.map(({ bottom }) => bottom))
    return end === 0
      ? []
      : [...sheet.cells.values()]
          .filter(({ row, kind }) => row > end && kind !== 'blank')
          .map((cell) => at(sheet, cell, cell.text))
  }),
  ofSheets('L06', 'error', 'Split merged cells.', ({ part }) =>
    allOf(part, 'mergeCell').map(({ attributes: { ref = '' } }) => ref),
  ),
  ofSheets('L07', 'error', 'Take out blank rows: readers take them for the end.', ({ cells }) => {
    const used = new Set([...cells.values()].filter(({ kind }) => kind !== 'blank').map(({ row }) => row))
    const last = Math.max(0, ...used)
    return Array.from({ length: last }, (_, row) => row + 1)
      .filter((row) => !used.has(row))
      .map((row) => `row ${row}`)
  }),
  ofSheets('L08', 'error', 'Show hidden or grouped rows and columns, or take them out.', ({ part, rows }) => [
    ...rows.flatMap(({ attributes: { r, hidden, ht, outlineLevel = '0' } }) =>
      isHidden(hidden) || ht === '0' || outlineLevel !== '0' ? [`row ${r}`] : [],
    ),
    ...allOf(childOf(part, 'cols'), 'col').flatMap(({ attributes: { min, hidden, width, outlineLevel = '0' } }) =>
      isHidden(hidden) || width === '0' || outlineLevel !== '0' ? [`column ${min}`] : [],
    ),
  ]),
  ofSheets(
    'L09',
    'warning',
    'Publish without filters and frozen panes; to work with, say in column A how to turn them off.',
    (sheet, { profile }) => {
      const filters = [sheet.part, ...sheet.tables.map(({ part }) => part)].some((part) => hasChild(part, 'autoFilter'))
      const panes = allOf(sheet.part, 'pane').length > 0
      const used = [
        ...(filters ? [['filters', /^filters are turned on\./i] as const] : []),
        ...(panes ? [['panes', /^freeze panes are turned on\./i] as const] : []),
      ]
      return used.flatMap(([what, said]): readonly (string | Fault)[] => {
        if (profile === 'publication') return [what]
        return says(sheet, said) ? [] : [{ place: sheet.tab, found: `${what}, and no word of it`, severity: 'error' }]
      })
    },
  ),
  ofCells('L10', 'warning', 'Take out fills.', ({ style }) => style?.fill != null),
  ofCells('L11', 'error', 'Choose colours that can be told apart: a contrast of 4.5 to 1 or more.', ({ style }) => {
    const [ink, ground] = [style?.font.colour ?? '000000', style?.fill ?? 'FFFFFF']
    return ink !== ground && contrast(ink, ground) < 4.5
  }),
  ofSheets('L12', 'warning', 'Take out borders but the line below a header.', (sheet) =>
    [...sheet.cells.values()]
      .filter(({ row, style }) => {
        const isHeader = sheet.tables.some(({ top }) => top === row)
        return style !== null && style.borders.some((side) => !(isHeader && side === 'bottom'))
      })
      .map((cell) => at(sheet, cell, `a line: ${cell.style?.borders.join(', ')}`)),
  ),
  ofCells('L13', 'error', 'Write horizontally.', ({ style }) => (style?.rotation ?? 0) !== 0),
  ofCells('L14', 'warning', 'Take out indents.', ({ style }) => (style?.indent ?? 0) !== 0),
  ofCells(
    'L15',
    'warning',
    'Use neither italics nor superscript, and underline links only.',
    ({ address, style }, { links }) => {
      if (style === null) return false
      if (style.font.isRaised) return 'error'
      return style.font.isItalic || (style.font.isUnderlined && !links.some((link) => link.address === address))
    },
  ),
  ofCells('L16', 'warning', 'Use a plain font, such as Arial, of 12 points or more.', ({ style }, _, { book }) => {
    const font = style?.font ?? book.normal
    return font.size < 10 ? 'error' : font.size < 12 || !sans.has(font.name)
  }),
  {
    id: 'L16',
    severity: 'warning',
    mend: "Make the workbook's normal font a plain one of 12 points or more.",
    find: ({ book: { normal } }) =>
      normal.size < 12 || !sans.has(normal.name) ? [{ place: 'Workbook', found: `${normal.name} ${normal.size}` }] : [],
  },
  ofSheets('L17', 'error', 'Say in cells what stands in headers and footers of pages.', ({ part, tab }) =>
    childOf(part, 'headerFooter')
      .children.filter(({ text }) => text !== '')
      .map(({ text }) =>
        /^(&[LCR]|&[PN]|[\s\dA-Za-z]{0,10})*$/.test(text) && text.includes('&P')
          ? { place: tab, found: text, severity: 'warning' }
          : text,
      ),
  ),
  ofSheets('L18', 'error', 'Take out text boxes, shapes and comments.', ({ drawn, relations }) => [
    ...drawn.filter(({ kind }) => kind === 'shape').map(({ name }) => name || 'a shape'),
    ...[...relations.values()].filter((name) => /comments|vmlDrawing/i.test(name)),
  ]),
  ofSheets('L19', 'warning', 'Publish without conditional formatting.', ({ part }, { profile }) =>
    profile === 'publication'
      ? allOf(part, 'conditionalFormatting').map(({ attributes: { sqref = '' } }) => sqref)
      : [],
  ),
  ofSheets('L20', 'warning', 'Make columns wide and rows high enough for what stands in them.', (sheet) => [
    ...tooNarrow(sheet),
    ...tooLow(sheet),
  ]),
  ofCells(
    'L21',
    'error',
    'Take out spaces at the ends, double spaces and characters that cannot be seen.',
    ({ kind, text }) =>
      kind === 'text' &&
      (text !== text.trim() ||
        / {2}/.test(text) ||
        /[^\P{Cc}\n]/u.test(text) ||
        text.length > 32_767 ||
        !text.isWellFormed()),
  ),
]

function tooNarrow(sheet: Sheet): readonly string[] {
  const widthAt = widthsOf(sheet)
  const columns = sheet.tables.flatMap(({ left, right }) =>
    Array.from({ length: right - left + 1 }, (_, at) => left + at),
  )
  return columns
    .filter((column) => widthAt(column) < 8 || widthAt(column) > 90)
    .map((column) => `column ${column} is ${widthAt(column)} wide`)
}

/** Cells of tables that are cut: no wrapping where words do not fit, or rows too low for their lines. */
function tooLow(sheet: Sheet) {
  const widthAt = widthsOf(sheet)
  const heights = new Map(sheet.rows.map(({ attributes: { r, ht } }) => [Number(r), Number(ht ?? 15)]))
  return bodyOf(sheet)
    .filter(({ kind, column, row, style, text }) => {
      if (kind !== 'text' || text.length > 250) return false
      const width = widthAt(column)
      if (unbroken(text).some((word) => word.length < 40 && widthOf(word, bodyType) > width + 0.5)) return true
      if (widthOf(text, bodyType) <= width) return false
      return style?.wraps !== true || (heights.get(row) ?? 15) < linesFilled(text, width, bodyType) * 12
    })
    .map((cell) => at(sheet, cell, cell.text))
}
