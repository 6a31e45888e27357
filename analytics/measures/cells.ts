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

const knownSums = new WeakMap<readonly string[], Map<string, Identity[]>>()

/** For each row, that some columns of it add up to another, or to the population. Each measure has one list of parts. */
export function rowSums(rows: number, whole: string, parts: readonly string[]): readonly Identity[] {
  let known = knownSums.get(parts)
  if (known === undefined) knownSums.set(parts, (known = new Map()))
  const sums = known.get(whole) ?? []
  known.set(whole, sums)
  for (let row = sums.length; row < rows; row++)
    sums.push({
      whole: whole === 'population' ? 'population' : { row, key: whole },
      parts: parts.map((key) => ({ row, key })),
    })
  return sums.slice(0, rows)
}
