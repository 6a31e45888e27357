import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { survivalInterval } from '../../../analytics/statistics/survival-interval.ts'

describe('survival-interval', () => {
  it('gives 27.3% to 97.5% for five of six by log-log (R, as quoted in the tests of lifelines)', () => {
    const interval = survivalInterval(5 / 6, 1 / 30, 'log-log', 1.959964)
    expect(interval?.lower).toBeCloseTo(0.273, 3)
    expect(interval?.upper).toBeCloseTo(0.975, 3)
  })

  it('gives 75.4% to 100% for ten of eleven by log (R, survival: Miller, AML maintained)', () => {
    const interval = survivalInterval(10 / 11, 1 / 110, 'log', 1.959964)
    expect(interval?.lower).toBeCloseTo(0.7541, 4)
    expect(interval?.upper).toBe(1)
  })

  it('gives the survival and z standard errors either side, plain', () => {
    const interval = survivalInterval(0.5, 0.04, 'plain', 1.96)
    expect(interval?.lower).toBeCloseTo(0.5 - 1.96 * 0.1, 12)
    expect(interval?.upper).toBeCloseTo(0.5 + 1.96 * 0.1, 12)
  })

  it('has nothing to say where nothing has happened, or everything', () => {
    for (const scale of ['plain', 'log', 'log-log'] as const) {
      expect(survivalInterval(1, 0, scale, 1.96)).toBeNull()
      expect(survivalInterval(0, Infinity, scale, 1.96)).toBeNull()
    }
  })

  it('stays inside 0 and 1 and holds the survival', () => {
    const part = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(part, part, fc.constantFrom('plain', 'log', 'log-log'), (survival, greenwood, scale) => {
        const { lower, upper } = survivalInterval(survival, greenwood, scale, 1.96) ?? { lower: NaN, upper: NaN }
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(lower).toBeLessThanOrEqual(survival)
        expect(upper).toBeGreaterThanOrEqual(survival)
        expect(upper).toBeLessThanOrEqual(1)
      }),
    )
  })
})
