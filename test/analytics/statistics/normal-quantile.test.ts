import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf } from '../../../analytics/statistics/normal-cdf.ts'
import { normalQuantile } from '../../../analytics/statistics/normal-quantile.ts'

describe('normal-quantile', () => {
  it("gives Wichura's own checks of AS 241: at 0.25, 0.001 and 1e-20", () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14)
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 14)
  })

  it('gives the z of 95% and of 99.8%', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 15)
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167813, 14)
  })

  it('is nothing in the middle and without end at the ends', () => {
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
  })

  it('undoes the distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (part) => {
        expect(normalCdf(normalQuantile(part))).toBeCloseTo(part, 13)
      }),
    )
  })
})
