import type { Cell, Identity } from './measure.ts'

const knownCells = new Map<string, Cell[]>()

/**
 * The cells of a column, from the first row on. They say the same for every answer: to make them anew took longer than
 * to count a country's schools.
 */
export function cellsOf(key: string, rows: number): readonly Cell[] {
  const cells = knownCells.get(key) ?? []
  knownCells.set(key, cells)
  for (let row = cells.length; row < rows; row++) cells.push({ row, key })
  return cells.slice(0, rows)
}

const knownSums = new Map<string, Identity[]>()

/** For each row, that some columns of it add up to another. */
export function rowSums(rows: number, whole: string, parts: readonly string[]): readonly Identity[] {
  const name = [whole, ...parts].join(' ')
  const sums = knownSums.get(name) ?? []
  knownSums.set(name, sums)
  for (let row = sums.length; row < rows; row++)
    sums.push({ whole: { row, key: whole }, parts: parts.map((key) => ({ row, key })) })
  return sums.slice(0, rows)
}
