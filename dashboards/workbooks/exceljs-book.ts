import ExcelJS from 'exceljs'
import { spellAstral } from './finish/astral.ts'
import type { Look, PlacedCell, PlacedSheet } from './placed-sheet.ts'
import { headingTypes, wraps } from './row-height.ts'
import type { WorkbookSpec } from './workbook-spec.ts'

/** What a document says of itself. */
export type About = Pick<WorkbookSpec, 'title' | 'organisation' | 'keywords' | 'producedOn'>

/** The document's language. */
const language = 'en-GB'
/** A4 (9), as wide as one page. */
const page = {
  paperSize: 9,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
}

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

/**
 * The workbook as exceljs writes it, which is not yet fit to send: it must pass through `finish`.
 *
 * exceljs's types lack what its code has (the language, no table style, a selected tab), so the casts live here.
 */
export async function exceljsBook(spec: About, sheets: readonly PlacedSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const at = new Date(`${spec.producedOn}T00:00:00Z`)
  const organisation = spellAstral(spec.organisation)
  Object.assign(book, {
    title: spellAstral(spec.title),
    subject: spellAstral(spec.title),
    language,
    creator: organisation,
    lastModifiedBy: organisation,
    company: organisation,
    keywords: spellAstral(spec.keywords.join(', ')),
    created: at,
    modified: at,
    views: [{ x: 0, y: 0, width: 28_000, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }],
  })
  sheets.forEach((sheet, index) => addSheet(book, sheet, index === 0))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addSheet(book: ExcelJS.Workbook, { tab, widths, rows, table, file }: PlacedSheet, isFirst: boolean): void {
  const isCover = table === null && file === undefined
  const view = { showGridLines: !isCover, tabSelected: isFirst } as Partial<ExcelJS.WorksheetView>
  const sheet = book.addWorksheet(tab, { views: [view] })
  Object.assign(sheet.pageSetup, page, { orientation: isCover ? 'portrait' : 'landscape' })
  sheet.columns = widths.map((width) => ({ width }))
  if (table !== null) {
    const [header, ...body] = rows.slice(table.headerAt)
    sheet.addTable({
      name: table.name,
      ref: `A${table.headerAt + 1}`,
      style: { theme: null } as unknown as ExcelJS.TableStyleProperties,
      columns: (header?.cells ?? []).map(({ value }) => ({ name: String(value) })),
      rows: body.map(({ cells }) => cells.map(valueOf)),
    })
    sheet.pageSetup.printTitlesRow = `${table.headerAt + 1}:${table.headerAt + 1}`
  }
  if (file?.headerAt != null) sheet.pageSetup.printTitlesRow = `${file.headerAt + 1}:${file.headerAt + 1}`
  rows.forEach(({ cells, height, at }, index) => {
    const row = at ?? index
    sheet.getRow(row + 1).height = height
    cells.forEach((cell, column) => {
      if (cell.value === '' && cell.look === 'plain') return
      const written = sheet.getCell(row + 1, column + 1)
      written.value = cell.value === '' ? null : valueOf(cell)
      written.style = { ...styles[cell.look], alignment: alignmentOf(cell.look) }
    })
  })
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

const alignmentOf = (look: Look): Partial<ExcelJS.Alignment> => ({
  ...styles[look].alignment,
  vertical: standing[look] ?? 'top',
  ...(wraps(look) ? { wrapText: true } : {}),
})

/** Only ever a string or a number: an object would become a formula or a link. `_x0041_` must not be read as `A`. */
const valueOf = ({ value }: PlacedCell): string | number =>
  typeof value === 'number' ? value : spellAstral(value.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
