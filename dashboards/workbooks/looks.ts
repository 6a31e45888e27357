import type ExcelJS from 'exceljs'
import type { Look } from './placed-sheet.ts'
import { headingTypes, wraps } from './row-height.ts'

const font = { name: 'Arial', family: 2, size: 12 }
const bold = { ...font, bold: true }
const underHeader = { bottom: { style: 'thin' } } as const
const red = { argb: 'FFB3261E' } as const
const line = { style: 'medium', color: red } as const
/** A problem is never told by colour alone: a marked cell has a border too, and its row says why in words. */
const marked = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF3CD' } },
  border: { top: line, left: line, bottom: line, right: line },
} as const satisfies Partial<ExcelJS.Style>
/** Kept as text even when somebody edits it, whatever it begins with. */
const text = '@'

const styles: Readonly<Record<Look, Partial<ExcelJS.Style>>> = {
  coverTitle: { font: { ...font, ...headingTypes.heading1 } },
  heading1: { font: { ...font, ...headingTypes.heading1 } },
  heading2: { font: { ...font, ...headingTypes.heading2 } },
  line: { font },
  paragraph: { font },
  link: { font: { ...font, underline: true, color: { argb: 'FF0000FF' } } },
  wordsHeader: { font: bold, border: underHeader, alignment: { horizontal: 'left' } },
  numberHeader: { font: bold, border: underHeader, alignment: { horizontal: 'right' } },
  words: { font, numFmt: text, alignment: { horizontal: 'left' } },
  mark: { font, alignment: { horizontal: 'right' } },
  count: { font, numFmt: '#,##0', alignment: { horizontal: 'right' } },
  percent: { font, numFmt: '0.0', alignment: { horizontal: 'right' } },
  day: { font, numFmt: 'd mmm yyyy', alignment: { horizontal: 'left' } },
  plain: { font, numFmt: text },
  plainHeader: { font: bold, numFmt: text, border: underHeader },
  marked: { ...marked, font, numFmt: text },
  markedHeader: { ...marked, font: bold, numFmt: text },
  remark: { font: { ...font, color: red }, numFmt: text, border: { left: line } },
}

/** Headings stand just above what they head; table cells in the middle of their row, clear of the header's line. */
const standing: Readonly<Partial<Record<Look, 'bottom' | 'middle'>>> = {
  heading2: 'bottom',
  wordsHeader: 'bottom',
  numberHeader: 'bottom',
  words: 'middle',
  mark: 'middle',
  count: 'middle',
  percent: 'middle',
  day: 'middle',
  link: 'middle',
  plain: 'middle',
  marked: 'middle',
  remark: 'middle',
}

/** The style of a look. */
export const styleOf = (look: Look): Partial<ExcelJS.Style> => ({
  ...styles[look],
  alignment: {
    ...styles[look].alignment,
    vertical: standing[look] ?? 'top',
    ...(wraps(look) ? { wrapText: true } : {}),
  },
})
