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
  const reached = steps.find((step) => (step[of] ?? Infinity) <= level + same)
  if (reached === undefined) return null
  const value = reached[of] ?? 0
  if (value < level - same) return reached.time
  const fall = steps.find((step) => step.time > reached.time && (step[of] ?? Infinity) < value - same) ?? steps.at(-1)
  return (reached.time + (fall ?? reached).time) / 2
}
