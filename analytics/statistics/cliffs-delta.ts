import { midRanks } from './mid-ranks.ts'
import { sum } from './sum.ts'

/**
 * Cliff's delta of two groups: how much likelier one of the second group stands above one of the first than below, from
 * -1 to 1; equal values count as neither. Null where either group has nobody. For example, 1 and 2 against 2 and 3 give
 * 0.75.
 *
 * Source: Cliff, Dominance statistics: ordinal analyses to answer ordinal questions, Psychological Bulletin 114 (1993),
 * 494-509; by way of ranks, as the statistic of Mann and Whitney.
 */
export function cliffsDelta(first: readonly number[], second: readonly number[]): number | null {
  const [m, n] = [first.length, second.length]
  if (m === 0 || n === 0) return null
  const ranks = midRanks([...first, ...second]).slice(m)
  const above = sum(ranks) - (n * (n + 1)) / 2
  return (2 * above) / (m * n) - 1
}
