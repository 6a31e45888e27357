import { contentsSheet } from './contents-sheet.ts'
import { exceljsBook } from './exceljs-book.ts'
import { finish } from './finish/finish.ts'
import { notesSheet } from './notes-sheet.ts'
import { numberNotes } from './numbered-notes.ts'
import { coverTab, placeCover } from './place-cover.ts'
import { placeTable } from './place-table.ts'
import type { PlacedSheet } from './placed-sheet.ts'
import type { Profile } from './profile.ts'
import type { WorkbookSpec } from './workbook-spec.ts'

/** The bytes of the workbook: cover, contents, notes where there are any, then its tables. The same for the same spec. */
export async function writeWorkbook(spec: WorkbookSpec, _profile: Profile = 'publication'): Promise<Uint8Array> {
  const sheets = placeSheets(spec)
  return finish(await exceljsBook(spec, sheets), sheets)
}

/** Every worksheet of the workbook with everything in its place, in order. */
function placeSheets({ title, cover, tables }: WorkbookSpec): readonly PlacedSheet[] {
  const notes = numberNotes(tables)
  const after = [...(notes.size === 0 ? [] : [notesSheet(notes)]), ...tables]
  const contents = contentsSheet([{ tab: coverTab, title }, ...after])
  return [placeCover(title, cover), ...[contents, ...after].map((sheet) => placeTable(sheet, notes))]
}
