import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquareTest } from '../../../analytics/statistics/chi-square-test.ts'
import { normalCdf } from '../../../analytics/statistics/normal-cdf.ts'

describe('chi-square-test', () => {
  it('gives the table of Abramowitz and Stegun, 26.8, for 5%', () => {
    for (const [statistic, df] of [
      [3.84146, 1],
      [5.99147, 2],
      [7.81473, 3],
      [18.307, 10],
      [43.773, 30],
    ] as const)
      expect(chiSquareTest(statistic, df).p).toBeCloseTo(0.05, 5)
  })

  it('is the square of a normal for one degree of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (z) => {
        expect(chiSquareTest(z * z, 1).p).toBeCloseTo(2 * normalCdf(-z), 14)
      }),
    )
  })

  it('has p 1 where nothing was compared, and 0 for a statistic without end', () => {
    expect(chiSquareTest(0, 0)).toEqual({ statistic: 0, df: 0, p: 1 })
    expect(chiSquareTest(Infinity, 3).p).toBe(0)
  })
})
