import type { SurvivalStep } from './kaplan-meier.ts'

/** Two survivals nearer than this are the same: products of fractions are not exact. */
const same = 1.5e-8

/**
 * The time at which the survival, or a limit of its interval, first is at or below a level from 0 to below 1; null where
 * it never is. Level 0.5 is the median. Where the curve lies flat exactly on the level, the time is the middle of the
 * flat, which ends at the next fall or, if there is none, at the last time of the curve. The interval of a median runs
 * from the time by the lower limit to the time by the upper limit (Brookmeyer and Crowley); either may be null.
 *
 * For example, of waits until 1, 2, 3 and 4, all happened, the median is 2.5; of waits until 1, 2 and 3 it is 2.
 *
 * Source: quantile.survfit of R's survival package (Therneau); Brookmeyer and Crowley, A confidence interval for the
 * median survival time, Biometrics 38 (1982), 29-41.
 */
export function survivalQuantile(
  steps: readonly SurvivalStep[],
  level: number,
  of: 'survival' | 'lower' | 'upper' = 'survival',
): number | null {
  return curveQuantile(
    steps.map(({ time }) => time),
    steps.map((step) => step[of] ?? Number.NaN),
    level,
  )
}

/** The same in columns, a place a time; not a number where there is no limit. */
export function curveQuantile(times: ArrayLike<number>, curve: ArrayLike<number>, level: number): number | null {
  const reached = firstUpTo(curve, level + same)
  if (reached === curve.length) return null
  const value = curve[reached]!
  if (value < level - same) return times[reached]!
  const fall = Math.min(firstBelow(curve, value - same, reached), curve.length - 1)
  return (times[reached]! + times[fall]!) / 2
}

/** The first place of a curve at or below a level; its length where there is none. */
function firstUpTo(curve: ArrayLike<number>, level: number): number {
  let at = 0
  while (at < curve.length && !(curve[at]! <= level)) at++
  return at
}

/** The first place after another at which a curve is below a level; its length where there is none. */
function firstBelow(curve: ArrayLike<number>, level: number, after: number): number {
  let at = after + 1
  while (at < curve.length && !(curve[at]! < level)) at++
  return at
}
