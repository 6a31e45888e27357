import type { Cell, Identity } from './measure.ts'

/** Lists that say the same for every answer of so many rows: to make them anew took longer than to count a country. */
function toldAgain<T>(make: (row: number) => T): (rows: number) => readonly T[] {
  const known: T[] = []
  let last: readonly T[] = []
  return (rows) => {
    if (last.length === rows) return last
    for (let row = known.length; row < rows; row++) known.push(make(row))
    return (last = known.slice(0, rows))
  }
}

const knownCells = new Map<string, (rows: number) => readonly Cell[]>()

/** The cells of a column, from the first row on. */
export function cellsOf(key: string, rows: number): readonly Cell[] {
  let known = knownCells.get(key)
  if (known === undefined) knownCells.set(key, (known = toldAgain((row) => ({ row, key }))))
  return known(rows)
}

/** A cell of the totals. */
interface Whole {
  readonly row: 'totals'
  readonly key: string
}

const knownSums = new WeakMap<readonly string[], Map<string, (rows: number) => readonly Identity[]>>()

/**
 * For each row, that some columns of it add up to another, to the population, or to a cell of the totals. Each measure
 * has one list of parts.
 */
export function rowSums(rows: number, whole: Whole | string, parts: readonly string[]): readonly Identity[] {
  let known = knownSums.get(parts)
  if (known === undefined) knownSums.set(parts, (known = new Map()))
  const name = typeof whole === 'string' ? whole : `of totals: ${whole.key}`
  let sums = known.get(name)
  if (sums === undefined) known.set(name, (sums = toldAgain((row) => sumOf(row, whole, parts))))
  return sums(rows)
}

const sumOf = (row: number, whole: Whole | string, parts: readonly string[]): Identity => ({
  whole: whole === 'population' || typeof whole === 'object' ? whole : { row, key: whole },
  parts: parts.map((key) => ({ row, key })),
})
