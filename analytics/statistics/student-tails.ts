import { incompleteBeta } from './incomplete-beta.ts'

/**
 * The part of Student's t distribution as far from nothing as t, or farther, on both sides; the degrees of freedom
 * need not be whole. For example, `studentTails(2.228139, 10)` is 0.05.
 *
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.1 with 26.5.27.
 */
export function studentTails(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5)
}
