import type { SquareTable } from './stuart-maxwell.ts'
import { sum } from './sum.ts'

/** How agreement falls with the number of levels between two ratings: evenly, or with its square. */
export type KappaWeights = 'linear' | 'quadratic'

export interface WeightedKappa {
  readonly kappa: number
  /** The standard error of kappa, for an interval. */
  readonly error: number
}

const weightOf: Readonly<Record<KappaWeights, (part: number) => number>> = {
  linear: (part) => 1 - part,
  quadratic: (part) => 1 - part * part,
}

/**
 * How far two raters (rows and columns, levels in order) agree beyond chance, near misses counting in part: 1 is full
 * agreement, 0 what chance gives. Null where nothing was rated, and where both gave every one the same level, so that
 * chance agrees fully.
 *
 * For example, [[0, 4, 1], [0, 8, 0], [0, 1, 5]] gives 0.4701 with standard error 0.1457 by linear weights, and
 * [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]] 0.2374 with 0.0783.
 *
 * Source: Cohen, Weighted kappa, Psychological Bulletin 70 (1968), 213-220; Fleiss, Cohen and Everitt, Large sample
 * standard errors of kappa and weighted kappa, the same 72 (1969), 323-327; linear weights from Cicchetti and Allison,
 * American Journal of EEG Technology 11 (1971), 101-109.
 */
export function weightedKappa(table: SquareTable, weights: KappaWeights): WeightedKappa | null {
  const n = sum(table.map(sum))
  if (n === 0) return null
  const parts = table.map((row) => row.map((count) => count / n))
  const rows = parts.map(sum)
  const columns = parts.map((_, j) => sum(parts.map((row) => row[j]!)))
  const weight = (i: number, j: number): number => weightOf[weights](Math.abs(i - j) / Math.max(1, table.length - 1))
  const weighted = (of: (i: number, j: number) => number): number =>
    sum(rows.map((_, i) => sum(columns.map((_, j) => of(i, j)))))
  const agreed = weighted((i, j) => weight(i, j) * parts[i]![j]!)
  const byChance = weighted((i, j) => weight(i, j) * rows[i]! * columns[j]!)
  const disagree = 1 - byChance
  // Nothing but rounding when chance agrees fully.
  if (disagree < 1e-12) return null
  const forRow = rows.map((_, i) => sum(columns.map((part, j) => part * weight(i, j))))
  const forColumn = columns.map((_, j) => sum(rows.map((part, i) => part * weight(i, j))))
  const scatter = weighted(
    (i, j) => parts[i]![j]! * (weight(i, j) * disagree - (forRow[i]! + forColumn[j]!) * (1 - agreed)) ** 2,
  )
  const variance = (scatter - (agreed * byChance - 2 * byChance + agreed) ** 2) / (n * disagree ** 4)
  return { kappa: (agreed - byChance) / disagree, error: Math.sqrt(Math.max(0, variance)) }
}
