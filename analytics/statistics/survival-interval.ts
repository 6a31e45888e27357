import type { Interval } from './wilson.ts'

/** On which scale an interval for a survival is symmetric before it is turned back; say which wherever one is shown. */
export type SurvivalScale = 'plain' | 'log' | 'log-log'

/**
 * The interval for a survival between 0 and 1, from Greenwood's sum (the variance of its logarithm) and z, clipped to 0
 * and 1; null for a survival of 0 or 1, where the sum says nothing. `log` is the default of R's survfit; `log-log` stays
 * inside 0 and 1 by itself and is the best of the three for few. For example, 5/6 with the sum 1/30 and z 1.96 is 0.27 to
 * 0.97 by log-log, 0.58 to 1 by log and 0.54 to 1 plain.
 *
 * Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2nd edition (2002), 1.4; Borgan and
 * Liestøl, Scandinavian Journal of Statistics 17 (1990), 35-41.
 */
export function survivalInterval(
  survival: number,
  greenwood: number,
  scale: SurvivalScale,
  z: number,
): Interval | null {
  if (survival <= 0 || survival >= 1) return null
  return survivalIntervals[scale](survival, z * Math.sqrt(greenwood))
}

/** The same by scale, of a survival between 0 and 1 and z times the root of the sum. */
export const survivalIntervals: Readonly<Record<SurvivalScale, (survival: number, reach: number) => Interval>> = {
  plain: (survival, reach) => clipped(survival * (1 - reach), survival * (1 + reach)),
  log: (survival, reach) => clipped(survival * Math.exp(-reach), survival * Math.exp(reach)),
  'log-log': (survival, reach) => {
    const log = Math.log(survival)
    const power = Math.exp(-reach / log)
    return { lower: Math.exp(log * power), upper: Math.exp(log / power) }
  },
}

const clipped = (lower: number, upper: number): Interval => ({
  lower: lower < 0 ? 0 : lower,
  upper: upper > 1 ? 1 : upper,
})
