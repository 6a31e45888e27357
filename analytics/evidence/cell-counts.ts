/** How often something counts in each cell. */
export interface CellCounts extends Iterable<number> {
  readonly length: number
  [cell: number]: number
}

/** Counts in fewer cells than this are a plain list: to make a typed array costs as much as most answers do. */
const fewCells = 512

/** Nothing counted yet. */
export const noCounts = (length: number): CellCounts =>
  length < fewCells ? Array.from({ length }, () => 0) : new Int32Array(length)

/** The counts written one after another from a place on. */
export function countsFrom(written: Int32Array, place: number, length: number): CellCounts {
  if (length >= fewCells) return written.slice(place, place + length)
  const counts: number[] = []
  for (let cell = 0; cell < length; cell++) counts.push(written[place + cell]!)
  return counts
}
