import { normalCdf } from './normal-cdf.ts'
import { sum } from './sum.ts'

/** How many stand in each row and column, both in order; every row as long as the first. */
export type OrderedTable = readonly (readonly number[])[]

export interface SomersD {
  readonly d: number
  /** The standard error of d, for an interval. */
  readonly error: number
  /** The two-sided p value of no association; null where the formula leaves nothing to chance, as in [[1, 0], [0, 1]]. */
  readonly p: number | null
}

/**
 * Somers' D of the columns given the rows: of two that stand in different rows, how much likelier the one in the later
 * row stands in the later column than in the earlier one; from -1 to 1. Those tied in columns only count as neither.
 * Null where all stand in one row (or there are none). Nobody apart in columns: d 0, p 1.
 *
 * For example, [[26, 26, 23, 18, 9], [6, 7, 9, 14, 23]] gives 0.4427, from 0.2786 to 0.6068, and 0.2569 when turned.
 *
 * Source: Somers, A new asymmetric measure of association for ordinal variables, American Sociological Review 27 (1962),
 * 799-811; Brown and Benedetti, Journal of the American Statistical Association 72 (1977), 309-315 (both standard
 * errors); SAS/STAT User's Guide, The FREQ Procedure, which also gives the example.
 */
export function somersD(table: OrderedTable): SomersD | null {
  const rowTotals = table.map(sum)
  const n = sum(rowTotals)
  const apart = n * n - sum(rowTotals.map((total) => total * total))
  if (apart === 0) return null
  const cells = table.flatMap((row, i) =>
    row.flatMap((count, j) => (count === 0 ? [] : [{ count, inRow: rowTotals[i]!, lead: leadOf(table, i, j) }])),
  )
  const lead = sum(cells.map((cell) => cell.count * cell.lead))
  const scatter = sum(cells.map((cell) => cell.count * (apart * cell.lead - lead * (n - cell.inRow)) ** 2))
  const byChance = sum(cells.map((cell) => cell.count * cell.lead ** 2)) - lead ** 2 / n
  return {
    d: lead / apart,
    error: (2 * Math.sqrt(scatter)) / apart ** 2,
    p: lead === 0 ? 1 : byChance <= 1e-12 * lead ** 2 ? null : 2 * normalCdf(-Math.abs(lead / Math.sqrt(byChance)) / 2),
  }
}

/** How many stand later or earlier than a cell in both row and column, less those later in one and earlier in the other. */
const leadOf = (table: OrderedTable, i: number, j: number): number =>
  sum(table.map((row, k) => (k === i ? 0 : sum(row.map((count, l) => count * Math.sign(k - i) * Math.sign(l - j))))))
