import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteBeta } from '../../../analytics/statistics/incomplete-beta.ts'

describe('incomplete-beta', () => {
  it('is the binomial tail for whole shapes: at least 2 of 4 tosses is 11/16', () => {
    expect(incompleteBeta(0.5, 2, 3)).toBeCloseTo(11 / 16, 14)
  })

  it('is x for the shapes 1 and 1, and the arc sine for one half and one half', () => {
    for (const x of [0, 0.1, 0.5, 0.9, 1]) {
      expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 13)
      expect(incompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13)
    }
  })

  it('gives the rest when turned round', () => {
    const shape = fc.double({ min: 0.5, max: 200, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1024 }), shape, shape, (parts, a, b) => {
        const x = parts / 1024
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 11)
      }),
    )
  })
})
