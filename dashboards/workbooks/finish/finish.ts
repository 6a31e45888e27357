import { strFromU8, unzipSync } from 'fflate'
import type { PlacedSheet } from '../placed-sheet.ts'
import { restoreAstral } from './astral.ts'
import { addCharts } from './charts.ts'
import { pack, type Part } from './pack.ts'
import { patchStyles } from './styles.ts'
import { patchTable } from './table-part.ts'
import { patchWorksheet } from './worksheet-part.ts'

/**
 * A workbook of exceljs made fit to send: what exceljs writes wrongly or cannot write is patched, its charts are added,
 * the rows of its tables are written one after the other, and its parts are packed so that the same sheets always give
 * the same bytes. Throws where a part is not as expected.
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
  sheets
    .filter(({ table }) => table !== null)
    .forEach((sheet, at) => change(`xl/tables/table${at + 1}.xml`, (part) => patchTable(part, sheet)))
  const worksheets = sheets.map((sheet, at): readonly [string, Part] => {
    const name = `xl/worksheets/sheet${at + 1}.xml`
    return [name, patchWorksheet(parts.get(name) ?? '', sheet)]
  })
  change('[Content_Types].xml', (part) => addCharts(part, sheets, (name, made) => void parts.set(name, made)))
  return pack(new Map<string, Part>([...parts, ...worksheets]))
}
