import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newcombeDifference } from '../../../analytics/statistics/newcombe-difference.ts'
import { partOf } from './arbitrary.ts'

describe('newcombe-difference', () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ])(
    'gives %i of %i less %i of %i as Newcombe has it (Statistics in Medicine 17 (1998), 873-890, table II)',
    (part1, n1, part2, n2, lower, upper) => {
      const interval = newcombeDifference(part1, n1, part2, n2)
      expect(interval?.lower).toBeCloseTo(lower, 4)
      expect(interval?.upper).toBeCloseTo(upper, 4)
    },
  )

  it('has nothing to say where either group is empty', () => {
    expect(newcombeDifference(0, 0, 1, 2)).toBeNull()
    expect(newcombeDifference(1, 2, 0, 0)).toBeNull()
  })

  it('turns round with the groups, holds the difference, and stays between -1 and 1', () => {
    fc.assert(
      fc.property(partOf, partOf, (a, b) => {
        const { lower, upper } = newcombeDifference(a.part, a.n, b.part, b.n) ?? { lower: NaN, upper: NaN }
        const other = newcombeDifference(b.part, b.n, a.part, a.n)
        expect(other?.lower).toBeCloseTo(-upper, 12)
        expect(other?.upper).toBeCloseTo(-lower, 12)
        const difference = a.part / a.n - b.part / b.n
        expect(lower).toBeLessThanOrEqual(difference)
        expect(upper).toBeGreaterThanOrEqual(difference)
        expect(lower).toBeGreaterThanOrEqual(-1)
        expect(upper).toBeLessThanOrEqual(1)
      }),
    )
  })
})
