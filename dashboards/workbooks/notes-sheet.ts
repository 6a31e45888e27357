import { wordsCell } from './cell.ts'
import { noteMarker } from './numbered-notes.ts'
import type { TableSheet } from './workbook-spec.ts'

/** The worksheet of a workbook's notes, in the order of their numbers. */
export const notesSheet = (notes: ReadonlyMap<string, number>): TableSheet => ({
  tab: 'Notes',
  title: 'Notes',
  lines: [],
  source: null,
  columns: [
    { label: 'Note number', unit: null, note: null, form: 'words' },
    { label: 'Note text', unit: null, note: null, form: 'words' },
  ],
  rows: [...notes].map(([text, number]) => [wordsCell(noteMarker(number)), wordsCell(text)]),
})
