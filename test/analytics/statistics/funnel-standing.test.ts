import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelStanding } from '../../../analytics/statistics/funnel-standing.ts'
import { wilson } from '../../../analytics/statistics/wilson.ts'
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

  it('is the same as the Wilson interval leaving out the centre', () => {
    fc.assert(
      fc.property(
        partOf,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.constantFrom(0.95 as const, 0.998 as const),
        ({ part, n }, centre, confidence) => {
          const { lower, upper } = wilson(part, n, confidence)!
          fc.pre(Math.abs(lower - centre) > 1e-9 && Math.abs(upper - centre) > 1e-9)
          const expected = lower > centre ? 'above' : upper < centre ? 'below' : 'within'
          expect(funnelStanding(part, n, centre, confidence)).toBe(expected)
        },
      ),
    )
  })

  it('finds all within where none or all of all have it', () => {
    expect(funnelStanding(0, 12, 0, 0.95)).toBe('within')
    expect(funnelStanding(12, 12, 1, 0.95)).toBe('within')
  })
})
