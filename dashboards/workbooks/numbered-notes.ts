import type { SheetColumn, TableSheet } from './workbook-spec.ts'

/** The notes of a workbook, numbered from 1 by their first appearance; what is said twice is one note. */
export function numberNotes(sheets: readonly TableSheet[]): ReadonlyMap<string, number> {
  const notes = new Set(sheets.flatMap(({ columns }) => columns.map(noteOf)).filter((note) => note !== null))
  return new Map([...notes].map((note, at) => [note, at + 1]))
}

/** The note's sentence, beginning with the column it explains; null for a column without one. */
export const noteOf = ({ label, note }: SheetColumn): string | null => (note === null ? null : `${label}: ${note}.`)

/** How a note is called where it is used. */
export const noteMarker = (number: number): string => `[note ${number}]`
