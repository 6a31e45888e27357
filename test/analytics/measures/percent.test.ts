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

const decimals = fc.integer({ min: 0, max: 6 })
const whole = fc.integer({ min: 0, max: 1_000_000 })

describe('rounding half up', () => {
  it('is what writing and reading text says, of any number, and of such as lie next to a half', () => {
    const any = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(any, decimals, (value, to) => roundHalfUp(value, to) === asText(value, to)),
      {
        numRuns: runs(1000),
      },
    )
    const near = fc.double({ min: -3e-9, max: 3e-9, noNaN: true })
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
