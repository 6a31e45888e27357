import type { PlacedSheet } from '../placed-sheet.ts'
import { cellAddress } from './cell-address.ts'
import { attribute, patch } from './patch.ts'

/**
 * A table's part: no filter buttons and no totals row, and the columns' names as its header cells have them, line
 * breaks included. Throws where the part is another table's.
 */
export function patchTable(part: string, sheet: PlacedSheet): string {
  if (sheet.table === null) throw new Error(`a table on a worksheet without one: ${sheet.tab}`)
  const { name, headerAt } = sheet.table
  const header = sheet.rows[headerAt]?.cells ?? []
  const ref = `A${headerAt + 1}:${cellAddress(sheet.rows.length - 1, header.length - 1)}`
  let at = 0
  let table = patch(
    part,
    new RegExp(` displayName="${name}" ref="${ref}" totalsRowShown="1"`, 'g'),
    1,
    ` displayName="${name}" ref="${ref}" totalsRowShown="0"`,
  )
  table = patch(table, /<autoFilter .*?<\/autoFilter>/g, 1, '')
  table = patch(table, /<tableStyleInfo [^>]*\/>/g, 1, '')
  return patch(table, /<tableColumn id="(\d+)" name="[^"]*"[^>]*\/>/g, header.length, (_, id = '') => {
    return `<tableColumn id="${id}" name="${attribute(String(header[at++]?.value))}"/>`
  })
}
