import { trimmed } from '../recognise/reading.ts'
import type { Places } from '../recognise/column.ts'
import type { GridRow } from '../readers/grid.ts'
import { nothingFound, type Sheet } from './sheet.ts'

/**
 * The sheet, but rows that name a school and say nothing else are passed over with a note: a template has a row for
 * every school, and not all of them were met. A row in which anything is filled in must be filled in whole.
 */
export const passingUnfilled = (sheet: Sheet): Sheet => {
  const naming = new Set(sheet.parting?.naming)
  const keys = Object.keys(sheet.columns).filter((key) => !naming.has(key))
  const isUnfilled = ({ cells }: GridRow, places: Places): boolean =>
    keys.every((key) => (places[key] ?? []).every((place) => trimmed(cells[place] ?? '') === ''))
  return {
    ...sheet,
    read: (row, places, known) => {
      const read = sheet.read(row, places, known)
      if (!isUnfilled(row, places)) return read
      const notes = [{ row: row.row, column: null, text: 'left out: nothing is filled in beside the school' }]
      return { ...read, ...nothingFound, facts: [], notes }
    },
  }
}
