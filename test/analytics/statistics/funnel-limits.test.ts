import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelLimits } from '../../../analytics/statistics/funnel-limits.ts'

const z = { 0.95: 1.959964, 0.998: 3.090232 } as const

describe('funnel-limits', () => {
  it('are the centre and z standard errors either side, with the z of Spiegelhalter (2005) and of Public Health England', () => {
    for (const confidence of [0.95, 0.998] as const) {
      const limits = funnelLimits(0.5, 100, confidence)
      expect(limits?.lower).toBeCloseTo(0.5 - z[confidence] * 0.05, 6)
      expect(limits?.upper).toBeCloseTo(0.5 + z[confidence] * 0.05, 6)
    }
  })

  it('are clipped to 0 and 1, and are not there for nobody', () => {
    expect(funnelLimits(0.1, 1, 0.998)?.lower).toBe(0)
    expect(funnelLimits(0.9, 1, 0.998)?.upper).toBe(1)
    expect(funnelLimits(0.5, 0, 0.95)).toBeNull()
  })

  it('close in as n grows, the warning limits inside the action limits', () => {
    const n = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), n, (centre, n) => {
        const [inner, outer] = [funnelLimits(centre, n, 0.95), funnelLimits(centre, n, 0.998)]
        expect(outer!.lower).toBeLessThanOrEqual(inner!.lower)
        expect(outer!.upper).toBeGreaterThanOrEqual(inner!.upper)
        expect(funnelLimits(centre, n + 1, 0.95)!.upper).toBeLessThanOrEqual(inner!.upper)
      }),
    )
  })
})
