import { normalQuantile } from './normal-quantile.ts'
import { riskTable, type RiskRow, type Wait } from './risk-table.ts'
import { survivalInterval, type SurvivalScale } from './survival-interval.ts'

export interface SurvivalStep extends RiskRow {
  /** The part for whom it has not happened by this time, this time included. */
  readonly survival: number
  /** Greenwood's standard error of the survival; null once the survival is 0. */
  readonly error: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * The Kaplan-Meier survival at each time when a wait ended, earliest first, with the number at risk, Greenwood's
 * standard error and the interval on the scale named. None for no waits. A time when waits were only censored keeps the
 * survival before it. What happened at a time comes before what was censored at it. The interval is null while the
 * survival is 1 and once it is 0. Where waits start late, a first step that takes all at risk leaves 0 for good: look at
 * the number at risk.
 *
 * For example, of 21 patients on 6-mercaptopurine three relapsed and one was censored in week 6: survival 18/21 =
 * 0.857, standard error 0.076.
 *
 * Source: Kaplan and Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical
 * Association 53 (1958), 457-481; Greenwood, The natural duration of cancer (1926); the example from Freireich and
 * others, Blood 21 (1963), 699-716.
 */
export function kaplanMeier(waits: readonly Wait[], scale: SurvivalScale, confidence = 0.95): readonly SurvivalStep[] {
  const times = [...new Set(waits.map(({ until }) => until))].toSorted((a, b) => a - b)
  return survivalSteps(riskTable(waits, times), scale, confidence)
}

/** The same from a table of the times at which waits ended, earliest first. */
export function survivalSteps(
  table: readonly RiskRow[],
  scale: SurvivalScale,
  confidence = 0.95,
): readonly SurvivalStep[] {
  const z = normalQuantile((1 + confidence) / 2)
  const steps: SurvivalStep[] = []
  let survival = 1
  let greenwood = 0
  let told = { error: 0 as number | null, lower: null as number | null, upper: null as number | null }
  for (const { time, atRisk, happened, censored } of table) {
    if (atRisk === 0) continue
    // Where nothing happened all stays as it was: the interval is most of the work.
    if (happened > 0) {
      const after = atRisk - happened
      survival *= after / atRisk
      greenwood += happened / (atRisk * after)
      const interval = survivalInterval(survival, greenwood, scale, z)
      const error = survival === 0 ? null : survival * Math.sqrt(greenwood)
      told = { error, lower: interval?.lower ?? null, upper: interval?.upper ?? null }
    }
    const { error, lower, upper } = told
    steps.push({ time, atRisk, happened, censored, survival, error, lower, upper })
  }
  return steps
}
