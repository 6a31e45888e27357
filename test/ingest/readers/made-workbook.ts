import { readUntrusted } from '../../../ingest/readers/workbook/read.ts'
import type { Grids } from '../../../ingest/readers/grid.ts'
import { zipOf } from './zip.ts'

/** The parts of a workbook by name. */
export type Parts = Readonly<Record<string, string | Uint8Array>>

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A worksheet of rows of cells as they are written, with what stands before and after them. */
export const worksheet = (rows: readonly string[], before = '', after = ''): string =>
  `<worksheet xmlns="${main}" xmlns:r="${office}">${before}<sheetData>${rows.join('')}</sheetData>${after}</worksheet>`

/** A row of cells as they are written, with the attributes it has. */
export const row = (cells: readonly string[], attributes = ''): string => `<row ${attributes}>${cells.join('')}</row>`

/** A cell with a text of its own. */
export const text = (words: string, attributes = ''): string =>
  `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`

/** A cell with a number, or a value of another type by its attributes. */
export const value = (words: string | number, attributes = ''): string => `<c ${attributes}><v>${words}</v></c>`

/** A worksheet of texts. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  worksheet(rows.map((cells) => row(cells.map((cell) => text(cell)))))

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packaged}">${targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** One tab: its name with how it is listed, and its worksheet. */
export type TabMade = readonly [name: string, sheet: string, attributes?: string]

/** A whole workbook of the tabs, other parts beside or in place of its own. `properties` are the workbook's. */
export function book(tabs: readonly TabMade[], more: Parts = {}, properties = ''): Parts {
  const sheets = tabs.map(
    ([name, , attributes = ''], index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" ${attributes} r:id="rId${index + 1}"/>`,
  )
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${properties}/><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...tabs.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    ...Object.fromEntries(tabs.map(([, sheet], index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet])),
    ...more,
  }
}

/** The style sheet whose style n shows numbers in format n of the list. */
export const styles = (...formats: readonly (number | string)[]): Parts => ({
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats
    .map((code, index) =>
      typeof code === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>` : '',
    )
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats
    .map((code, index) => `<xf numFmtId="${typeof code === 'string' ? 200 + index : code}"/>`)
    .join('')}</cellXfs></styleSheet>`,
})

export const sharedStrings = (...items: readonly string[]): Parts => ({
  'xl/sharedStrings.xml': `<sst xmlns="${main}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`,
})

const encoder = new TextEncoder()

/** The bytes of a file of the parts. */
export function packed(parts: Parts, level: 0 | 1 | 6 = 1): Uint8Array {
  const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? encoder.encode(content) : content)
  return zipOf(new Map(Object.entries(parts).map(([name, content]) => [name, bytesOf(content)])), level)
}

/** What is read of a workbook, in this thread. */
export const gridsOf = (parts: Parts): Promise<Grids> => readUntrusted(packed(parts))

/** The rows of the first sheet, each with its number. */
export const rowsOf = async (parts: Parts): Promise<readonly (readonly (string | number)[])[]> => {
  const { grids, problems } = await gridsOf(parts)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return (grids[0]?.rows ?? []).map(({ row, cells }) => [row, ...cells])
}
