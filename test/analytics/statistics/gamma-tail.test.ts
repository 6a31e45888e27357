import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gammaTail } from '../../../analytics/statistics/gamma-tail.ts'

describe('gamma-tail', () => {
  it('is the exponential for the shape 1', () => {
    for (const x of [0.001, 0.5, 1.9, 2.1, 10, 100]) expect(gammaTail(1, x) / Math.exp(-x)).toBeCloseTo(1, 12)
  })

  it('is the Poisson distribution for a whole shape: at most 2 where 3 are expected is 0.4232', () => {
    expect(gammaTail(3, 3)).toBeCloseTo(0.4231900811, 10)
  })

  it('begins at 1 and ends at 0', () => {
    expect(gammaTail(2, 0)).toBe(1)
    expect(gammaTail(2, Infinity)).toBe(0)
  })

  it('never rises', () => {
    const x = fc.double({ min: 0, max: 60, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), x, x, (halves, a, b) => {
        expect(gammaTail(halves / 2, Math.max(a, b))).toBeLessThanOrEqual(gammaTail(halves / 2, Math.min(a, b)) + 1e-13)
      }),
    )
  })
})
