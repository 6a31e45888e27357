import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from '../../../analytics/statistics/wilson.ts'
import { partOf } from './arbitrary.ts'

describe('wilson', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])(
    'gives %i of %i as Newcombe has it (Statistics in Medicine 17 (1998), 857-872, table I)',
    (part, n, lower, upper) => {
      expect(wilson(part, n)?.lower).toBeCloseTo(lower, 4)
      expect(wilson(part, n)?.upper).toBeCloseTo(upper, 4)
    },
  )

  it('has nothing to say of none', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  it('begins at exactly 0 for none of some and ends at exactly 1 for all', () => {
    for (let n = 1; n < 300; n++) {
      expect(wilson(0, n)?.lower).toBe(0)
      expect(wilson(n, n)?.upper).toBe(1)
    }
  })

  it('stays inside 0 and 1, holds the proportion, and is the same seen from the other side', () => {
    fc.assert(
      fc.property(partOf, fc.double({ min: 0.5, max: 0.9999, noNaN: true }), ({ part, n }, confidence) => {
        const { lower, upper } = wilson(part, n, confidence) ?? { lower: NaN, upper: NaN }
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(part / n)
        expect(upper).toBeGreaterThanOrEqual(part / n)
        const rest = wilson(n - part, n, confidence)
        expect(rest?.lower).toBeCloseTo(1 - upper, 12)
        expect(rest?.upper).toBeCloseTo(1 - lower, 12)
      }),
    )
  })
})
