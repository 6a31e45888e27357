import { normalQuantile } from './normal-quantile.ts'
import { riskTable, type RiskRow, type Wait } from './risk-table.ts'
import type { SurvivalScale } from './survival-interval.ts'
import { survivalLimits, type SurvivalLimits } from './survival-limits.ts'

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
  const table = riskTable(waits, times).filter(({ atRisk }) => atRisk > 0)
  const column = (key: keyof RiskRow): readonly number[] => table.map((row) => row[key])
  const curve = survivalCurve({ atRisk: column('atRisk'), happened: column('happened') }, scale, confidence)
  const told = (value: number): number | null => (Number.isNaN(value) ? null : value)
  return table.map((row, at) => {
    const survival = curve.survival[at]!
    const error = survival === 0 ? null : survival * curve.deviation[at]!
    return { ...row, survival, error, lower: told(curve.lower[at]!), upper: told(curve.upper[at]!) }
  })
}

/** The same in columns, a place a time: the survival, the root of Greenwood's sum, and the limits of the interval. */
export interface SurvivalCurve extends SurvivalLimits {
  readonly survival: Float64Array
  readonly deviation: Float64Array
}

/** The survival at each time of a table in columns, earliest first; at each of them somebody is at risk. */
export function survivalCurve(
  { atRisk, happened }: Readonly<Record<'atRisk' | 'happened', ArrayLike<number>>>,
  scale: SurvivalScale,
  confidence = 0.95,
): SurvivalCurve {
  const { length } = atRisk
  const z = normalQuantile((1 + confidence) / 2)
  const [survival, deviation] = [new Float64Array(length), new Float64Array(length)]
  let left = 1
  let greenwood = 0
  for (let at = 0; at < length; at++) {
    if (happened[at]! > 0) {
      const after = atRisk[at]! - happened[at]!
      left *= after / atRisk[at]!
      greenwood += happened[at]! / (atRisk[at]! * after)
    }
    survival[at] = left
    deviation[at] = Math.sqrt(greenwood)
  }
  const { lower, upper } = survivalLimits(survival, deviation, scale, z)
  return { survival, deviation, lower, upper }
}
