import { strFromU8, unzipSync } from 'fflate'
import type { PlacedSheet } from '../placed-sheet.ts'
import { restoreAstral } from './astral.ts'
import { pack } from './pack.ts'
import { patchStyles } from './styles.ts'
import { patchTable } from './table-part.ts'
import { patchWorksheet } from './worksheet-part.ts'

/**
 * A workbook of exceljs made fit to send: what exceljs writes wrongly or cannot write is patched, and its parts are
 * packed so that the same sheets always give the same bytes. Throws where a part is not as expected.
 */
export function finish(book: Uint8Array, sheets: readonly PlacedSheet[]): Uint8Array {
  const unzipped = Object.entries(unzipSync(book)).filter(([name]) => !name.endsWith('/'))
  const parts = new Map(unzipped.map(([name, bytes]) => [name, restoreAstral(strFromU8(bytes))]))
  const change = (name: string, by: (part: string) => string): void => {
    const part = parts.get(name)
    if (part === undefined) throw new Error(`no such workbook part: ${name}`)
    parts.set(name, by(part))
  }
  change('xl/styles.xml', patchStyles)
  sheets.forEach((sheet, at) => change(`xl/worksheets/sheet${at + 1}.xml`, (part) => patchWorksheet(part, sheet)))
  sheets
    .filter(({ table }) => table !== null)
    .forEach((sheet, at) => change(`xl/tables/table${at + 1}.xml`, (part) => patchTable(part, sheet)))
  return pack(parts)
}
