import { chiSquareTest, type ChiSquareTest } from './chi-square-test.ts'
import { quadraticForm } from './quadratic-form.ts'
import { sum } from './sum.ts'

/** How many moved from the level of the row to the level of the column; as many rows as columns. */
export type SquareTable = readonly (readonly number[])[]

/**
 * The Stuart-Maxwell test of marginal homogeneity: whether as many ended at each level as began there. Those who stayed
 * do not count. A level nobody moved to or from adds no degree of freedom; nobody moved, or a symmetric table:
 * statistic 0, and in the former p 1 with no degrees of freedom.
 *
 * For example, [[23, 15], [19, 31]] gives 0.470588 with 1 degree of freedom, McNemar's test. The sight of the two eyes
 * of 7,477 women (Stuart) gives 11.96 with 3.
 *
 * Source: Stuart, A test for homogeneity of the marginal distributions in a two-way classification, Biometrika 42
 * (1955), 412-416; Maxwell, British Journal of Psychiatry 116 (1970), 651-655.
 */
export function stuartMaxwell(table: SquareTable): ChiSquareTest {
  const levels = table.map((_, level) => level)
  const moved = (i: number, j: number): number => table[i]![j]! + table[j]![i]!
  const differences = levels.map((i) => sum(levels.map((j) => table[i]![j]! - table[j]![i]!)))
  const covariance = levels.map((i) =>
    levels.map((j) => (i === j ? sum(levels.map((k) => (k === i ? 0 : moved(i, k)))) : -moved(i, j))),
  )
  const { value, rank } = quadraticForm(differences, covariance)
  return chiSquareTest(value, rank)
}
