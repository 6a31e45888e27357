import { isMark, type Figure } from '../framework/mark.ts'

/** Powers of ten: to work one out takes longer than all else that rounding does. */
const powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const

type Decimals = 0 | 1 | 2 | 3 | 4 | 5 | 6

/**
 * A number below a thousand billion to that many decimals, half up (away from nothing), free of the errors of binary
 * fractions: what lies within half a billionth of a half is one, as a sum of thirds and sixteenths may.
 */
export function roundHalfUp(value: number, decimals: Decimals): number {
  const one = powers[decimals]
  const parts = Math.abs(value) * one
  const below = Math.floor(parts)
  const over = parts - below - (0.5 - 5e-10 * one)
  // Only where errors could tell on which side it lies: writing and reading text takes twenty times as long.
  if (parts > 1e9 || Math.abs(over) < (parts < 1e5 ? 2e-10 * one : 1e-3)) return roundedAsText(value, decimals)
  const rounded = (over > 0 ? below + 1 : below) / one
  return value < 0 ? -rounded : rounded
}

function roundedAsText(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value).toFixed(9)}e${decimals}`)
  return Math.sign(value) * Number(`${Math.floor(shifted + 0.5)}e-${decimals}`)
}

/**
 * The percentage that a figure is of another, to one decimal, half up; the mark of a figure that is one; `z` when
 * there is nothing to be a part of. For example, `percentOf(1, 8)` is 12.5.
 */
export function percentOf(part: Figure, whole: Figure): Figure {
  if (isMark(part)) return part
  if (isMark(whole)) return whole
  return whole === 0 ? 'z' : roundHalfUp((part * 100) / whole, 1)
}

/** The difference of two shares in percentage points, to one decimal, half away from nothing; never a negative nothing. */
export const pointsOf = (difference: number): number => roundHalfUp(difference * 100, 1) + 0
