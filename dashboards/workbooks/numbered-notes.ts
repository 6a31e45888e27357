import type { TableSheet } from './workbook-spec.ts'

/** The notes of a workbook, numbered from 1 by their first appearance; what is said twice is one note. */
export function numberNotes(sheets: readonly TableSheet[]): ReadonlyMap<string, number> {
  const notes = new Set(
    sheets.flatMap(({ columns }) => columns.map(({ note }) => note)).filter((note) => note !== null),
  )
  return new Map([...notes].map((note, at) => [note, at + 1]))
}

/** How a note is called where it is used. */
export const noteMarker = (number: number): string => `[note ${number}]`
