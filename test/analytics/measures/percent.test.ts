import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentOf, roundHalfUp } from '../../../analytics/measures/percent.ts'
import { runs } from '../../runs.ts'

/** The same by writing and reading text: to nine decimals first, then half up. */
function asText(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value).toFixed(9)}e${decimals}`)
  const rounded = Number(`${Math.floor(shifted + 0.5)}e-${decimals}`)
  return value < 0 ? -rounded : rounded
}

const decimals = fc.constantFrom(0, 1, 2, 3, 4, 5, 6)
const whole = fc.oneof(fc.nat({ max: 1000 }), fc.nat({ max: 1_000_000_000 }))

describe('rounding half up', () => {
  it('is what writing and reading text says, of any number, and of such as lie next to a half', () => {
    const any = fc.tuple(whole, fc.constantFrom(1, -7, 16, 1e-3, 3e5)).map(([part, of]) => part / of)
    fc.assert(
      fc.property(any, decimals, (value, to) => roundHalfUp(value, to) === asText(value, to)),
      {
        numRuns: runs(1000),
      },
    )
    const near = fc.integer({ min: -3000, max: 3000 }).map((off) => off * 1e-12)
    fc.assert(
      fc.property(whole, near, decimals, (parts, off, to) => {
        const value = (parts + 0.5) / 10 ** to + off
        expect(roundHalfUp(value, to)).toBe(asText(value, to))
      }),
      { numRuns: runs(2000) },
    )
  })

  it('takes a half for one though binary fractions miss it', () => {
    expect(roundHalfUp(1.005, 2)).toBe(1.01)
    expect(roundHalfUp(-2.5, 0)).toBe(-3)
    expect(roundHalfUp(8.345, 2)).toBe(8.35)
    expect(percentOf(1, 16)).toBe(6.3)
  })
})
