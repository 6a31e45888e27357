import { normalQuantile } from './normal-quantile.ts'

/** From the lower limit to the upper, both included. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/**
 * The Wilson score interval for a proportion, clipped to 0 and 1; null where there is nothing to be a part of. None of
 * n has the lower limit 0, and all of n the upper limit 1, exactly. For example, 81 of 263 is 0.2553 to 0.3662.
 *
 * Source: Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22 (1927), 209-212; the example from Newcombe, Statistics in Medicine 17 (1998), 857-872.
 */
export function wilson(part: number, n: number, confidence = 0.95): Interval | null {
  if (n === 0) return null
  const z = normalQuantile((1 + confidence) / 2)
  const middle = (part + (z * z) / 2) / (n + z * z)
  const reach = (z * Math.sqrt((part * (n - part)) / n + (z * z) / 4)) / (n + z * z)
  return {
    lower: part === 0 ? 0 : Math.max(0, middle - reach),
    upper: part === n ? 1 : Math.min(1, middle + reach),
  }
}
