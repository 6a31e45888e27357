import type { PlacedRow, PlacedSheet, PlacedTable } from '../placed-sheet.ts'
import { cellAddress } from './cell-address.ts'
import type { Part } from './pack.ts'
import { attribute, patch } from './patch.ts'
import { rowXml } from './row-xml.ts'

/** About how many characters of rows are written at once. */
const pieceLength = 2 ** 18

/**
 * A worksheet's part: row heights that a reader may still fit again, links within the workbook as a place only, no
 * warning triangles where identifiers are text on purpose, its chart, and the rows of its table.
 */
export function patchWorksheet(part: string, sheet: PlacedSheet): Part {
  const { chart, file, rows, table } = sheet
  let worksheet = patch(part, / customHeight="1"/g, rows.length, '')
  worksheet = patch(worksheet, / x14ac:dyDescent="[\d.]+"/g, rows.length + (table === null ? 1 : 2), '')
  if (chart !== undefined) worksheet = patch(worksheet, /<\/worksheet>$/g, 1, '<drawing r:id="rId1"/></worksheet>')
  if (file !== undefined)
    worksheet = patch(worksheet, /<\/worksheet>$/g, 1, `${ignoring([everyCell(sheet)])}</worksheet>`)
  if (table !== null) return withTable(worksheet, sheet, table)
  return patch(worksheet, /<pageMargins /g, 1, `${hyperlinks(linksOf(rows))}<pageMargins `)
}

/** The worksheet in pieces, with its rows in the place of the one that stands for them. */
function* withTable(worksheet: string, { rows, widths }: PlacedSheet, table: PlacedTable): Generator<string> {
  const { body, headerAt, textNumbers } = table
  const lastRow = headerAt + body.length
  const pattern = new RegExp(`<row r="${headerAt + 2}"[^>]*>.*?</row>`, 's')
  const [row = ''] = pattern.exec(worksheet) ?? []
  const numbers = Array.from(row.matchAll(/<c r="\w+" s="(\d+)"/g), ([, number = '']) => number)
  if (numbers.length !== body.looks.length) throw new Error(`unexpected row of looks: ${row}`)
  const styles = new Map(body.looks.map((look, at) => [look, numbers[at]!]))
  const dimension = `<dimension ref="A1:${cellAddress(lastRow, widths.length - 1)}"/>`
  const [before = '', after = ''] = patch(worksheet, /<dimension ref="[A-Z0-9:]+"\/>/g, 1, dimension).split(row)
  const links = [...linksOf(rows)]
  yield before
  let [piece, at] = ['', headerAt + 1]
  for (const placed of body) {
    piece += rowXml(placed, at + 1, styles)
    links.push(...linksOf([placed], at++))
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece
  const numbersAsText = textNumbers.map(
    (column) => `${cellAddress(headerAt + 1, column)}:${cellAddress(lastRow, column)}`,
  )
  yield patch(
    patch(after, /<pageMargins /g, 1, `${hyperlinks(links)}<pageMargins `),
    /<tableParts /g,
    1,
    `${ignoring(numbersAsText)}<tableParts `,
  )
}

const linksOf = (rows: readonly PlacedRow[], first = 0): readonly string[] =>
  rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ linkTo, linkAt = 'A1' }, column) =>
      linkTo === undefined
        ? []
        : `<hyperlink ref="${cellAddress(first + row, column)}" location="${attribute(`${quoted(linkTo)}!${linkAt}`)}"/>`,
    ),
  )

const hyperlinks = (links: readonly string[]): string =>
  links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`

/** A worksheet's name as a place in the workbook has it. */
export const quoted = (tab: string): string => (/^[A-Za-z_]{4,}$/.test(tab) ? tab : `'${tab.replaceAll("'", "''")}'`)

/** All of somebody's file is text on purpose. */
function everyCell({ rows, widths }: PlacedSheet): string {
  const last = rows.at(-1)
  return `A1:${cellAddress(last?.at ?? Math.max(rows.length - 1, 0), widths.length - 1)}`
}

const ignoring = (cells: readonly string[]): string =>
  cells.length === 0
    ? ''
    : `<ignoredErrors><ignoredError sqref="${cells.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`
