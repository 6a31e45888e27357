import { midRanks } from './mid-ranks.ts'
import { normalCdf } from './normal-cdf.ts'
import { sum } from './sum.ts'

/**
 * What becomes of differences of nothing: `wilcox` leaves them out before ranking; `pratt` ranks them and then leaves
 * them out; `zsplit` ranks them and gives half of their ranks to each side. Most re-audits do not move, so the rule
 * changes the answer: say which wherever one is shown.
 */
export type ZeroRule = 'pratt' | 'zsplit' | 'wilcox'

export interface SignedRank {
  readonly plus: number
  readonly minus: number
  /** The two-sided p value. */
  readonly p: number
}

export interface SignedRankOptions {
  readonly zeros: ZeroRule
  /**
   * `exact` counts every choice of signs for these very ranks, ties and all, for at most some hundreds of differences;
   * `normal` approximates it.
   */
  readonly p: 'exact' | 'normal'
  /** For `normal` only: whether the statistic is brought half a step nearer to the middle. */
  readonly continuity?: boolean
}

/**
 * The sums of the ranks of the differences above and below nothing, and how likely so uneven a pair is if each
 * difference was equally likely up or down. Equal differences share the middle of their ranks. None, or all nothing:
 * p 1.
 *
 * For example, nine patients' depression before and after a first therapy session (Hollander and Wolfe) give 40 and 5,
 * exact p 20/512 = 0.0390625.
 *
 * Source: Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1 (1945), 80-83; Pratt, Remarks on
 * zeros and ties in the Wilcoxon signed rank procedures, Journal of the American Statistical Association 54 (1959),
 * 655-667; Hollander and Wolfe, Nonparametric Statistical Methods (1973), 27-33.
 */
export function wilcoxonSignedRank(differences: readonly number[], options: SignedRankOptions): SignedRank {
  const ranked = options.zeros === 'wilcox' ? differences.filter((difference) => difference !== 0) : differences
  const ranks = midRanks(ranked.map((difference) => Math.abs(difference)))
  const ranksWhere = (sign: number): readonly number[] => ranks.filter((_, i) => Math.sign(ranked[i]!) === sign)
  const split = options.zeros === 'zsplit' ? sum(ranksWhere(0)) / 2 : 0
  const plus = sum(ranksWhere(1)) + split
  const minus = sum(ranksWhere(-1)) + split
  const moving = [...ranksWhere(1), ...ranksWhere(-1)]
  if (moving.length === 0) return { plus, minus, p: 1 }
  if (options.p === 'exact') return { plus, minus, p: exactP(moving, Math.min(plus, minus) - split) }
  const away = Math.abs(plus - minus) / 2
  const nearer = options.continuity === true ? Math.max(0, away - 0.5) : away
  // Under `zsplit` the ranks of nothing are held to vary too, as the published rule has it.
  return { plus, minus, p: 2 * normalCdf(-nearer / spread(options.zeros === 'zsplit' ? ranks : moving)) }
}

/** The standard deviation of the sum of ranks whose signs are chance. */
const spread = (ranks: readonly number[]): number => Math.sqrt(sum(ranks.map((rank) => rank * rank)) / 4)

/** Twice the probability that ranks with signs of chance add to that or less, at most 1. */
function exactP(ranks: readonly number[], least: number): number {
  // Middles of shared ranks are whole when doubled.
  const doubled = ranks.map((rank) => rank * 2)
  const chances = new Float64Array(sum(doubled) + 1)
  chances[0] = 1
  for (const rank of doubled)
    for (let at = chances.length - 1; at >= 0; at--)
      chances[at] = (chances[at]! + (at >= rank ? chances[at - rank]! : 0)) / 2
  return Math.min(1, 2 * chances.subarray(0, least * 2 + 1).reduce((total, chance) => total + chance, 0))
}
