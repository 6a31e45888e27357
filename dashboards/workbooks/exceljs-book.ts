import ExcelJS from 'exceljs'
import { spellAstral } from './finish/astral.ts'
import { styleOf } from './looks.ts'
import type { PlacedCell, PlacedRow, PlacedSheet, PlacedTable } from './placed-sheet.ts'
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

/**
 * The workbook as exceljs writes it, which is not yet fit to send: it must pass through `finish`, which also writes the
 * rows of the tables. In their place stands one row with a cell of each look that they have.
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

function addSheet(book: ExcelJS.Workbook, placed: PlacedSheet, isFirst: boolean): void {
  const { tab, widths, rows, table, file, chart } = placed
  const isCover = table === null && file === undefined && chart === undefined
  const frozen: object = table?.isFrozen === true ? { state: 'frozen', xSplit: 0, ySplit: table.headerAt + 1 } : {}
  const view = { showGridLines: !isCover, tabSelected: isFirst, ...frozen } as Partial<ExcelJS.WorksheetView>
  const sheet = book.addWorksheet(tab, { views: [view] })
  Object.assign(sheet.pageSetup, page, { orientation: isCover ? 'portrait' : 'landscape' })
  sheet.columns = widths.map((width) => ({ width }))
  if (table !== null) addTable(sheet, table, rows)
  const headerAt = table?.headerAt ?? file?.headerAt ?? null
  if (headerAt !== null) sheet.pageSetup.printTitlesRow = `${headerAt + 1}:${headerAt + 1}`
  rows.forEach(({ cells, height, at }, index) => {
    const row = at ?? index
    sheet.getRow(row + 1).height = height
    cells.forEach((cell, column) => {
      if (cell.value === '' && cell.look === 'plain') return
      const written = sheet.getCell(row + 1, column + 1)
      written.value = cell.value === '' ? null : valueOf(cell)
      written.style = styleOf(cell.look)
    })
  })
}

function addTable(sheet: ExcelJS.Worksheet, table: PlacedTable, rows: readonly PlacedRow[]): void {
  const { body, entries, headerAt, name } = table
  const header = rows[headerAt]?.cells ?? []
  sheet.addTable({
    name,
    ref: `A${headerAt + 1}`,
    style: { theme: null } as unknown as ExcelJS.TableStyleProperties,
    columns: header.map(({ value }) => ({ name: String(value) })),
    rows: [header.map(() => null)],
  })
  body.looks.forEach((look, at) => (sheet.getCell(headerAt + 2, at + 1).style = styleOf(look)))
  for (const { column, accepts } of entries) {
    const letter = sheet.getColumn(column + 1).letter
    addValidation(sheet, `${letter}${headerAt + 2}:${letter}${headerAt + 1 + body.length}`, accepts)
  }
}

/** One rule for a stretch of cells that ends: readers that go through every cell of it are not held up. */
function addValidation(sheet: ExcelJS.Worksheet, cells: string, accepts: readonly string[] | 'day'): void {
  const { dataValidations } = sheet as unknown as {
    readonly dataValidations: { readonly add: (cells: string, rule: ExcelJS.DataValidation) => void }
  }
  const told = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop' } as const
  if (accepts === 'day')
    dataValidations.add(cells, {
      ...told,
      type: 'date',
      operator: 'greaterThan',
      formulae: [new Date('2000-01-01T00:00:00Z')],
      errorTitle: 'Not a day',
      error: 'Enter a day, such as 17/03/2026.',
    })
  else
    dataValidations.add(cells, {
      ...told,
      type: 'list',
      formulae: [`"${accepts.join(',')}"`],
      errorTitle: 'Not in the list',
      error: `Choose ${accepts.slice(0, -1).join(', ')} or ${accepts.at(-1)}.`,
    })
}

/** Only ever a string or a number: an object would become a formula or a link. `_x0041_` must not be read as `A`. */
const valueOf = ({ value }: PlacedCell): string | number =>
  typeof value === 'number' ? value : spellAstral(value.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
