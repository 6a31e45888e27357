import type { CellCounts } from './cell-counts.ts'

/**
 * Amounts from 0 kept as counts: each counts in a cell for every binary digit that it has, so that their sum follows,
 * without loss, from how many have which digit. What is kept of counts by day and by place is thereby kept of sums.
 */
export interface AmountCells {
  /** How many cells one amount has. */
  readonly width: number
  /** Adds the cells in which an amount counts, the first of its cells being given. */
  readonly add: (amount: number, first: number, cells: number[]) => void
  /** The sum of all amounts that count from a cell on. */
  readonly sum: (counts: CellCounts, first: number) => number
}

/** Amounts are known to so many parts of one at most. */
const finenesses = [1, 10, 100, 1000, 10_000] as const

/** Cells for some amounts, and for others that are no larger and no finer: the finer they are, the more digits they have. */
export function amountCells(amounts: readonly number[]): AmountCells {
  const parts = finenesses.find((fine) => amounts.every((amount) => Number.isInteger(amount * fine))) ?? 10_000
  let largest = 0
  for (const amount of amounts) largest = Math.max(largest, Math.round(amount * parts))
  const width = largest === 0 ? 0 : 1 + Math.floor(Math.log2(largest))
  return {
    width,
    add: (amount, first, cells) => {
      // Not by its bits: it may be larger than numbers that have them.
      for (let [left, cell] = [Math.round(amount * parts), first]; left > 0; left = Math.floor(left / 2), cell++)
        if (left % 2 === 1) cells.push(cell)
    },
    sum: (counts, first) => {
      let sum = 0
      for (let at = width - 1; at >= 0; at--) sum = 2 * sum + counts[first + at]!
      return sum / parts
    },
  }
}
