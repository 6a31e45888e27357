import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf } from '../../../analytics/statistics/normal-cdf.ts'

describe('normal-cdf', () => {
  it('gives the table of Abramowitz and Stegun, 26.1', () => {
    expect(normalCdf(0)).toBe(0.5)
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14)
    expect(normalCdf(2)).toBeCloseTo(0.977249868051821, 14)
    expect(normalCdf(3)).toBeCloseTo(0.99865010196837, 14)
  })

  it('keeps its figures far out in the tail (26.2: -log10 of the tail at 5 and at 10)', () => {
    expect(-Math.log10(normalCdf(-5))).toBeCloseTo(6.54265, 5)
    expect(-Math.log10(normalCdf(-10))).toBeCloseTo(23.11805, 5)
    expect(normalCdf(-Infinity)).toBe(0)
  })

  it('is as much above z as below minus z', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14)
      }),
    )
  })
})
