/** How often something counts in each cell. */
export interface CellCounts extends Iterable<number> {
  readonly length: number
  readonly [cell: number]: number
}

/** Counts in fewer cells than this are told as a plain list: to make a typed array costs as much as most answers do. */
const fewCells = 512

/** Where few cells are counted before they are told: counting in lists too made all counting a third slower. */
const room = new Int32Array(fewCells)

/** Where to go on counting from what is written in a place; from nothing where it is before all that is written. */
export function countingFrom(written: Int32Array, place: number, length: number): Int32Array {
  if (length >= fewCells) return place < 0 ? new Int32Array(length) : written.slice(place, place + length)
  for (let cell = 0; cell < length; cell++) room[cell] = place < 0 ? 0 : written[place + cell]!
  return room
}

/** What was counted there, which may be counted in again from now on. */
export function toldCounts(counts: Int32Array, length: number): CellCounts {
  if (length >= fewCells) return counts
  const told: number[] = []
  for (let cell = 0; cell < length; cell++) told.push(counts[cell]!)
  return told
}
