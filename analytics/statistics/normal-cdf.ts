import { gammaTail } from './gamma-tail.ts'

/**
 * The part of the standard normal distribution below z, to about 12 figures even far out in the lower tail. For
 * example, `normalCdf(1.959963984540054)` is 0.975, and `normalCdf(-10)` is 7.619853e-24.
 *
 * Source: NIST Digital Library of Mathematical Functions, 7.11.2 (the error function as an incomplete gamma function).
 */
export function normalCdf(z: number): number {
  const tail = gammaTail(0.5, (z * z) / 2) / 2
  return z < 0 ? tail : 1 - tail
}
