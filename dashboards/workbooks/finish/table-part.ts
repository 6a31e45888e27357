import type { PlacedSheet } from '../placed-sheet.ts'
import { cellAddress } from './cell-address.ts'
import { attribute, patch } from './patch.ts'

/**
 * A table's part: filter buttons only where they are wanted, no totals row, all of its rows, and the columns' names as its header cells have them, line
 * breaks included. Throws where the part is another table's.
 */
export function patchTable(part: string, sheet: PlacedSheet): string {
  if (sheet.table === null) throw new Error(`a table on a worksheet without one: ${sheet.tab}`)
  const { body, hasFilter, headerAt, name } = sheet.table
  const header = sheet.rows[headerAt]?.cells ?? []
  const refTo = (row: number): string => `A${headerAt + 1}:${cellAddress(row, header.length - 1)}`
  const ref = refTo(headerAt + body.length)
  let at = 0
  let table = patch(
    part,
    new RegExp(` displayName="${name}" ref="${refTo(headerAt + 1)}" totalsRowShown="1"`, 'g'),
    1,
    ` displayName="${name}" ref="${ref}" totalsRowShown="0"`,
  )
  table = patch(table, /<autoFilter .*?<\/autoFilter>/g, 1, hasFilter ? `<autoFilter ref="${ref}"/>` : '')
  table = patch(table, /<tableStyleInfo [^>]*\/>/g, 1, '')
  return patch(table, /<tableColumn id="(\d+)" name="[^"]*"[^>]*\/>/g, header.length, (_, id = '') => {
    return `<tableColumn id="${id}" name="${attribute(String(header[at++]?.value))}"/>`
  })
}
