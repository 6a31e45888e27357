import { normalQuantile } from './normal-quantile.ts'
import type { Interval } from './wilson.ts'

/** Funnels are drawn with the confidence 0.95 (warning) and 0.998 (action). */
export type FunnelConfidence = 0.95 | 0.998

const [warning, action] = [normalQuantile(0.975), normalQuantile(0.999)]

/** How far chance alone takes a proportion of n from a centre, either way; infinity for n of 0. */
export const funnelReach = (centre: number, n: number, confidence: FunnelConfidence): number =>
  (confidence === 0.95 ? warning : action) * Math.sqrt((centre * (1 - centre)) / n)

/**
 * The control limits around a centre for a proportion of n, clipped to 0 and 1; null for n of 0. For example, around 0.5
 * with n of 100 the limits are 0.4020 to 0.5980 and 0.3455 to 0.6545.
 *
 * Source: Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005),
 * 1185-1202; the rule of Public Health England's PHEindicatormethods.
 */
export function funnelLimits(centre: number, n: number, confidence: FunnelConfidence): Interval | null {
  if (n === 0) return null
  const reach = funnelReach(centre, n, confidence)
  return { lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach) }
}
