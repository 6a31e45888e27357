import { chiSquareTest, type ChiSquareTest } from './chi-square-test.ts'
import type { SquareTable } from './stuart-maxwell.ts'
import { sum } from './sum.ts'

/**
 * Bowker's test of symmetry: whether as many moved from each level to each other as moved back. Those who stayed do not
 * count. Pairs of levels between which nobody moved are left out, with their degrees of freedom; nobody moved at all:
 * statistic 0, p 1.
 *
 * For example, the sight of the two eyes of 7,477 women (Stuart) gives 19.11 with 6 degrees of freedom.
 *
 * Source: Bowker, A test for symmetry in contingency tables, Journal of the American Statistical Association 43 (1948),
 * 572-574; Hoenig, Morgan and Brown, Canadian Journal of Fisheries and Aquatic Sciences 52 (1995), 364-368 (the degrees
 * of freedom with empty pairs).
 */
export function bowker(table: SquareTable): ChiSquareTest {
  const terms = table.flatMap((row, i) =>
    row.slice(0, i).flatMap((down, j) => {
      const up = table[j]![i]!
      return up + down === 0 ? [] : [(up - down) ** 2 / (up + down)]
    }),
  )
  return chiSquareTest(sum(terms), terms.length)
}
