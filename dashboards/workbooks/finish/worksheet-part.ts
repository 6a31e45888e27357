import type { PlacedSheet } from '../placed-sheet.ts'
import { cellAddress } from './cell-address.ts'
import { attribute, patch } from './patch.ts'

/**
 * A worksheet's part: row heights that a reader may still fit again, links within the workbook as a place only, and
 * no warning triangles where identifiers are text on purpose.
 */
export function patchWorksheet(part: string, sheet: PlacedSheet): string {
  let worksheet = patch(part, / customHeight="1"/g, sheet.rows.length, '')
  worksheet = patch(worksheet, / x14ac:dyDescent="[\d.]+"/g, sheet.rows.length + 1, '')
  worksheet = patch(worksheet, /<pageMargins /g, 1, `${linksOf(sheet)}<pageMargins `)
  if (sheet.file !== undefined) return patch(worksheet, /<\/worksheet>$/g, 1, `${everyNumber(sheet)}</worksheet>`)
  return sheet.table === null
    ? worksheet
    : patch(worksheet, /<tableParts /g, 1, `${textNumbers(sheet, sheet.table.headerAt)}<tableParts `)
}

function linksOf({ rows }: PlacedSheet): string {
  const links = rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ linkTo, linkAt = 'A1' }, column) =>
      linkTo === undefined
        ? []
        : `<hyperlink ref="${cellAddress(row, column)}" location="${attribute(`${quoted(linkTo)}!${linkAt}`)}"/>`,
    ),
  )
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`
}

/** A worksheet's name as a place in the workbook has it. */
const quoted = (tab: string): string => (/^[A-Za-z_]{4,}$/.test(tab) ? tab : `'${tab.replaceAll("'", "''")}'`)

/** All of somebody's file is text on purpose. */
function everyNumber({ rows, widths }: PlacedSheet): string {
  const last = rows.at(-1)
  const to = cellAddress(last?.at ?? Math.max(rows.length - 1, 0), widths.length - 1)
  return `<ignoredErrors><ignoredError sqref="A1:${to}" numberStoredAsText="1"/></ignoredErrors>`
}

function textNumbers({ rows, widths }: PlacedSheet, headerAt: number): string {
  const body = rows.slice(headerAt + 1)
  const columns = widths.flatMap((_, column) => {
    const looksLikeNumber = body.some(
      ({ cells }) => /^\d+$/.test(String(cells[column]?.value)) && cells[column]?.look === 'words',
    )
    return looksLikeNumber ? `${cellAddress(headerAt + 1, column)}:${cellAddress(rows.length - 1, column)}` : []
  })
  return columns.length === 0
    ? ''
    : `<ignoredErrors><ignoredError sqref="${columns.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`
}
