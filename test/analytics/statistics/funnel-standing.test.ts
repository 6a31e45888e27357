import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelStanding } from '../../../analytics/statistics/funnel-standing.ts'
import { partOf } from './arbitrary.ts'

describe('funnel-standing', () => {
  it('asks whether the Wilson interval leaves out the centre: of 81 of 263, 0.2553 to 0.3662 (Newcombe 1998)', () => {
    expect(funnelStanding(81, 263, 0.2552, 0.95)).toBe('above')
    expect(funnelStanding(81, 263, 0.2554, 0.95)).toBe('within')
    expect(funnelStanding(81, 263, 0.3661, 0.95)).toBe('within')
    expect(funnelStanding(81, 263, 0.3663, 0.95)).toBe('below')
  })

  it('is stricter with the action limits', () => {
    expect(funnelStanding(40, 100, 0.5, 0.95)).toBe('below')
    expect(funnelStanding(40, 100, 0.5, 0.998)).toBe('within')
  })

  it('has nothing to say of nobody', () => {
    expect(funnelStanding(0, 0, 0.5, 0.95)).toBeNull()
  })

  it('is the same as lying outside the limits before they are clipped', () => {
    fc.assert(
      fc.property(partOf, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ part, n }, centre) => {
        const away = (part / n - centre) / Math.sqrt((centre * (1 - centre)) / n)
        fc.pre(Math.abs(Math.abs(away) - 1.959963984540054) > 1e-9)
        expect(funnelStanding(part, n, centre, 0.95)).toBe(away > 1.96 ? 'above' : away < -1.96 ? 'below' : 'within')
      }),
    )
  })
})
