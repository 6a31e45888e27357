import { incompleteBeta } from './incomplete-beta.ts'

/**
 * The exact two-sided probability of a split at least as uneven, had up and down been equally likely; those who did not
 * move are left out. 1 where nobody moved, or as many up as down. For example, 8 up and 2 down give 0.109375.
 *
 * Source: Conover, Practical Nonparametric Statistics, 3rd edition (1999), 3.4; the binomial tail as an incomplete beta
 * function, Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.5.24.
 */
export function signTest(up: number, down: number): number {
  const [fewer, more] = [Math.min(up, down), Math.max(up, down)]
  return fewer === more ? 1 : Math.min(1, 2 * incompleteBeta(0.5, more, fewer + 1))
}
