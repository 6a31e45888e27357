import { contentsSheet } from './contents-sheet.ts'
import { exceljsBook } from './exceljs-book.ts'
import { finish } from './finish/finish.ts'
import { notesSheet } from './notes-sheet.ts'
import { numberNotes } from './numbered-notes.ts'
import { placeChart } from './place-chart.ts'
import { coverTab, placeCover } from './place-cover.ts'
import { placeTable } from './place-table.ts'
import type { PlacedSheet } from './placed-sheet.ts'
import type { Profile } from './profile.ts'
import type { TableSheet, WorkbookSpec } from './workbook-spec.ts'

/**
 * The bytes of the workbook: cover, contents, notes where there are any, then its tables, in the working profile each
 * with its chart after it. The same for the same spec.
 */
export async function writeWorkbook(spec: WorkbookSpec, profile: Profile = 'publication'): Promise<Uint8Array> {
  const sheets = placeSheets(spec, profile)
  return finish(await exceljsBook(spec, sheets), sheets)
}

/** Every worksheet of the workbook with everything in its place, in order. */
function placeSheets({ title, cover, tables }: WorkbookSpec, profile: Profile): readonly PlacedSheet[] {
  const notes = numberNotes(tables)
  const place = (sheet: TableSheet): readonly PlacedSheet[] => {
    const placed = placeTable(sheet, notes, { profile })
    const isDrawn = profile === 'working' && sheet.chart !== undefined && sheet.rows.length > 0
    return isDrawn && sheet.chart !== undefined ? [placed, placeChart(sheet, sheet.chart, placed)] : [placed]
  }
  const after = [...(notes.size === 0 ? [] : [placeTable(notesSheet(notes), notes)]), ...tables.flatMap(place)]
  const listed = after.map(({ tab, rows }) => ({ tab, title: String(rows[0]?.cells[0]?.value) }))
  const contents = placeTable(contentsSheet([{ tab: coverTab, title }, ...listed]), notes)
  return [placeCover(title, cover), contents, ...after]
}
