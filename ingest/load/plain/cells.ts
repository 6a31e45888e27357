import type { PackedRows } from '../../readers/packed-rows.ts'
import type { Column, Columns, Places } from '../../recognise/column.ts'
import { isBlank, trimmed } from '../../recognise/reading.ts'

/** What stands for a cell that has a problem, or of which there is something to say. */
export const unusual = Symbol('unusual')

/** What a text says in a column, where it says it plainly. */
function readPlainly({ need, read }: Column, cell: string): unknown {
  const text = trimmed(cell)
  if (isBlank(text)) return text !== '' || need === 'required' ? unusual : null
  const reading = read(text)
  return 'problem' in reading || reading.note !== undefined ? unusual : reading.value
}

/** The value at a row of a column: undefined where the file has no such column, null where the cell is blank. */
export type ReadAt = (index: number) => unknown

/** Reads one column of packed rows, each of its texts once. */
function plainColumn({ texts, textAt }: PackedRows, column: Column, place: number | undefined): ReadAt {
  if (place === undefined) return () => undefined
  const values: unknown[] = []
  const blank = readPlainly(column, '')
  return (index) => {
    const text = textAt(index, place)
    if (text < 0) return blank
    const known = values[text]
    return known === undefined ? (values[text] = readPlainly(column, texts[text]!)) : known
  }
}

/** Reads columns in packed rows, by their keys; null where one stands in several places. */
export function plainCells(rows: PackedRows, columns: Columns, places: Places): ReadonlyMap<string, ReadAt> | null {
  const keys = Object.keys(columns)
  if (keys.some((key) => (places[key] ?? []).length > 1)) return null
  return new Map(keys.map((key) => [key, plainColumn(rows, columns[key]!, places[key]?.[0])]))
}
