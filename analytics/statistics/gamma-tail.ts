import { continuedFraction } from './continued-fraction.ts'
import { logGamma } from './log-gamma.ts'

/**
 * The part of the gamma distribution of that shape (and scale 1) above x: the regularised upper incomplete gamma
 * function Q(shape, x). 1 for x of nothing or less. For example, `gammaTail(1, 2)` is exp(-2), 0.135335.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.11.4 (the series, for small x) and 8.9.2 (the continued
 * fraction, for large x).
 */
export function gammaTail(shape: number, x: number): number {
  if (x <= 0) return 1
  if (x === Infinity) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  if (x < shape + 1) return 1 - front * series(shape, x)
  return (
    front *
    continuedFraction(
      (step) => (step === 1 ? 1 : (step - 1) * (shape - step + 1)),
      (step) => x + 2 * step - 1 - shape,
    )
  )
}

function series(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let k = 1; term > sum * Number.EPSILON; k++) {
    term *= x / (shape + k)
    sum += term
  }
  return sum
}
