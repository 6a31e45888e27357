import { gammaTail } from './gamma-tail.ts'

/** A statistic, its degrees of freedom and the probability of one as large, or larger, by chance alone. */
export interface ChiSquareTest {
  readonly statistic: number
  readonly df: number
  readonly p: number
}

/**
 * A chi-square statistic with its degrees of freedom and its p value. Without degrees of freedom nothing was compared,
 * and p is 1. For example, `chiSquareTest(3.841459, 1).p` is 0.05.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.2.4 (half the statistic is gamma of half the degrees).
 */
export function chiSquareTest(statistic: number, df: number): ChiSquareTest {
  return { statistic, df, p: df === 0 ? 1 : gammaTail(df / 2, statistic / 2) }
}
