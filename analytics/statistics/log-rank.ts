import { chiSquareTest, type ChiSquareTest } from './chi-square-test.ts'
import { quadraticForm } from './quadratic-form.ts'
import { riskTable, type Wait } from './risk-table.ts'
import { sum } from './sum.ts'

export interface LogRank extends ChiSquareTest {
  /** For how many of each group it happened, in the order of the groups. */
  readonly observed: readonly number[]
  /** For how many of each group it would have, had the groups been alike. */
  readonly expected: readonly number[]
}

/**
 * The log-rank test of whether two or more groups wait equally long. Nothing happened, or one group alone ever at risk:
 * statistic 0, no degrees of freedom, p 1. What happened at one time is taken together (the hypergeometric variance).
 *
 * For example, 21 patients on 6-mercaptopurine against 21 on placebo: 9 and 21 relapsed, 19.25 and 10.75 were expected,
 * and the statistic is 16.79.
 *
 * Source: Mantel, Evaluation of survival data and two new rank order statistics arising in its consideration, Cancer
 * Chemotherapy Reports 50 (1966), 163-170; Peto and Peto, Journal of the Royal Statistical Society A 135 (1972),
 * 185-207; the example from Kleinbaum and Klein, Survival Analysis, 3rd edition (2012), chapter 2.
 */
export function logRank(groups: readonly (readonly Wait[])[]): LogRank {
  const events = groups.flat().filter(({ happened }) => happened)
  const times = [...new Set(events.map(({ until }) => until))]
  const tables = groups.map((waits) => riskTable(waits, times))
  const observed = groups.map(() => 0)
  const expected = groups.map(() => 0)
  const covariance = groups.map(() => groups.map(() => 0))
  for (const at of times.keys()) {
    const rows = tables.map((table) => table[at]!)
    const atRisk = sum(rows.map((row) => row.atRisk))
    const happened = sum(rows.map((row) => row.happened))
    if (atRisk === 0) continue
    const spread = atRisk === 1 ? 0 : (happened * (atRisk - happened)) / (atRisk - 1)
    for (const [i, row] of rows.entries()) {
      const part = row.atRisk / atRisk
      observed[i]! += row.happened
      expected[i]! += happened * part
      for (const [j, other] of rows.entries())
        covariance[i]![j]! += spread * part * ((i === j ? 1 : 0) - other.atRisk / atRisk)
    }
  }
  const { value, rank } = quadraticForm(
    observed.map((count, i) => count - expected[i]!),
    covariance,
  )
  return { ...chiSquareTest(value, rank), observed, expected }
}
