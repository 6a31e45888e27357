import { continuedFraction } from './continued-fraction.ts'
import { logGamma } from './log-gamma.ts'

/**
 * The part of the beta distribution with shapes a and b below x: the regularised incomplete beta function. 0 for x of
 * nothing or less, 1 for x of 1 or more. For example, `incompleteBeta(0.5, 2, 3)` is 11/16, 0.6875.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22 (the continued fraction) and 8.17.4 (the symmetry).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast only below the middle of the distribution.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a
  return (
    front *
    continuedFraction(
      (step) => (step === 1 ? 1 : numerator(step - 1, x, a, b)),
      () => 1,
    )
  )
}

function numerator(step: number, x: number, a: number, b: number): number {
  const half = Math.floor(step / 2)
  return step % 2 === 0
    ? (half * (b - half) * x) / ((a + step - 1) * (a + step))
    : (-(a + half) * (a + b + half) * x) / ((a + step - 1) * (a + step))
}
