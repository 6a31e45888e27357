import { midRanks } from './mid-ranks.ts'
import { studentTails } from './student-tails.ts'
import { sum } from './sum.ts'

export interface BrunnerMunzel {
  /** How likely one of the second group stands above one of the first, equal values by half. */
  readonly superiority: number
  /** The standard error of the superiority. */
  readonly error: number
  readonly statistic: number
  readonly df: number
  /** The two-sided p value, from Student's t. */
  readonly p: number
}

/**
 * The Brunner-Munzel test of whether one of the second group is as likely above one of the first as below, for ties and
 * for groups that vary unequally. Null where a group has fewer than two, and where the ranks leave nothing to vary: all
 * equal, or every one of a group above every one of the other.
 *
 * For example, pain after surgery, 14 treated against 11 not (Brunner and Munzel): superiority 0.788961, statistic
 * 3.137467 with 17.68284 degrees of freedom, p 0.005786.
 *
 * Source: Brunner and Munzel, The nonparametric Behrens-Fisher problem: asymptotic theory and a small-sample
 * approximation, Biometrical Journal 42 (2000), 17-25.
 */
export function brunnerMunzel(first: readonly number[], second: readonly number[]): BrunnerMunzel | null {
  const [m, n] = [first.length, second.length]
  if (m < 2 || n < 2) return null
  const ranks = midRanks([...first, ...second])
  // The ranks in the other group alone: of each value among all, less its rank among its own.
  const a = placements(ranks.slice(0, m), first)
  const b = placements(ranks.slice(m), second)
  const [ofFirst, ofSecond] = [squares(a) / (m - 1) / (n * n * m), squares(b) / (n - 1) / (m * m * n)]
  const variance = ofFirst + ofSecond
  if (variance === 0) return null
  const superiority = mean(b) / m
  const error = Math.sqrt(variance)
  const statistic = (superiority - 0.5) / error
  const df = variance ** 2 / (ofFirst ** 2 / (m - 1) + ofSecond ** 2 / (n - 1))
  return { superiority, error, statistic, df, p: studentTails(statistic, df) }
}

function placements(ranks: readonly number[], own: readonly number[]): readonly number[] {
  const ownRanks = midRanks(own)
  return ranks.map((rank, i) => rank - ownRanks[i]!)
}

const mean = (values: readonly number[]): number => sum(values) / values.length

function squares(values: readonly number[]): number {
  const middle = mean(values)
  return sum(values.map((value) => (value - middle) ** 2))
}
