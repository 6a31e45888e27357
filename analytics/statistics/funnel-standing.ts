import { funnelReach, type FunnelConfidence } from './funnel-limits.ts'

/**
 * Where a proportion stands against the centre of a funnel: below or above it when it lies outside the limits before
 * they are clipped, else within; null for n of 0. That is the same as its own Wilson interval leaving the centre out.
 * For example, 40 of 100 against 0.5 is below with the confidence 0.95 and within with 0.998.
 *
 * Source: the rule of Public Health England's PHEindicatormethods; Spiegelhalter, Funnel plots for comparing
 * institutional performance, Statistics in Medicine 24 (2005), 1185-1202.
 */
export function funnelStanding(
  part: number,
  n: number,
  centre: number,
  confidence: FunnelConfidence,
): 'below' | 'within' | 'above' | null {
  if (n === 0) return null
  const [away, reach] = [part / n - centre, funnelReach(centre, n, confidence)]
  if (away < -reach) return 'below'
  return away > reach ? 'above' : 'within'
}
