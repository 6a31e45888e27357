import type { CellCounts } from './cell-counts.ts'

/**
 * Amounts from 0 kept as counts: each counts in a cell for every binary digit that it has, so that their sum follows,
 * without loss, from how many have which digit. What is kept of counts by day and by place is thereby kept of sums.
 */
export interface AmountCells {
  /** How many cells one amount has. */
  readonly width: number
  /** The cells in which an amount counts, the first of its cells being given. */
  readonly of: (amount: number, first: number) => readonly number[]
  /** The sum of all amounts that count from a cell on. */
  readonly sum: (counts: CellCounts, first: number) => number
}

/** Amounts are known to so many parts of one. */
const fine = 10_000

/** Cells for amounts none of which is larger than another: where all are whole, the digits of parts are left out. */
export function amountCells(largest: number, areWhole: boolean): AmountCells {
  const parts = areWhole ? 1 : fine
  const width = digitsOf(Math.round(largest * parts)).length
  return {
    width,
    of: (amount, first) =>
      digitsOf(Math.round(amount * parts)).flatMap((digit, at) => (digit === 1 ? [first + at] : [])),
    sum: (counts, first) => {
      let sum = 0
      for (let at = width - 1; at >= 0; at--) sum = 2 * sum + counts[first + at]!
      return sum / parts
    },
  }
}

/** The binary digits of a whole number, the lowest first; no bits are taken of it, for it may be too large for that. */
function digitsOf(whole: number): readonly number[] {
  const digits: number[] = []
  for (let left = whole; left > 0; left = Math.floor(left / 2)) digits.push(left % 2)
  return digits
}
