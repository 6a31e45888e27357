import { wilson } from './wilson.ts'

/**
 * Where a proportion stands against the centre of a funnel: below or above it when its own Wilson interval leaves the
 * centre out, else within; null for n of 0. That is the same as lying outside the limits before they are clipped. For
 * example, 40 of 100 against 0.5 is below with the confidence 0.95 and within with 0.998.
 *
 * Source: the rule of Public Health England's PHEindicatormethods; Spiegelhalter, Funnel plots for comparing
 * institutional performance, Statistics in Medicine 24 (2005), 1185-1202.
 */
export function funnelStanding(
  part: number,
  n: number,
  centre: number,
  confidence: 0.95 | 0.998,
): 'below' | 'within' | 'above' | null {
  const interval = wilson(part, n, confidence)
  if (interval === null) return null
  if (interval.upper < centre) return 'below'
  return interval.lower > centre ? 'above' : 'within'
}
