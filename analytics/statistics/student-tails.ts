import { incompleteBeta } from './incomplete-beta.ts'

/**
 * The part of Student's t distribution as far from nothing as t, or farther, on both sides; the degrees of freedom
 * need not be whole. For example, `studentTails(2.228139, 10)` is 0.05.
 *
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.1 with 26.5.27.
 */
export function studentTails(t: number, df: number): number {
  const square = t * t
  // Near nothing, one less the part in the middle keeps the figures that the tails would lose.
  return square < 1
    ? 1 - incompleteBeta(square / (df + square), 0.5, df / 2)
    : incompleteBeta(df / (df + square), df / 2, 0.5)
}
