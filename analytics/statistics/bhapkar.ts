import { chiSquareTest, type ChiSquareTest } from './chi-square-test.ts'
import { stuartMaxwell, type SquareTable } from './stuart-maxwell.ts'
import { sum } from './sum.ts'

/**
 * Bhapkar's test of marginal homogeneity: as the Stuart-Maxwell test S, but with the variance estimated without
 * supposing homogeneity, which makes it S / (1 - S / n) and never smaller. Nobody moved: statistic 0, p 1. Infinite
 * where everybody moved and each level was only left or only reached.
 *
 * For example, [[23, 15], [19, 31]] gives 0.473118; the sight of the two eyes of 7,477 women gives 11.98.
 *
 * Source: Bhapkar, A note on the equivalence of two test criteria for hypotheses in categorical data, Journal of the
 * American Statistical Association 61 (1966), 228-235; Ireland, Ku and Kullback, the same 64 (1969), 1323-1341 (the
 * relation to the Stuart-Maxwell test).
 */
export function bhapkar(table: SquareTable): ChiSquareTest {
  const { statistic, df } = stuartMaxwell(table)
  const n = sum(table.flat())
  const left = n - statistic
  // What rounding leaves of nothing is nothing.
  return chiSquareTest(df === 0 ? 0 : left <= n * 1e-12 ? Infinity : (statistic * n) / left, df)
}
