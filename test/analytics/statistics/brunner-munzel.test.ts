import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brunnerMunzel } from '../../../analytics/statistics/brunner-munzel.ts'
import { cliffsDelta } from '../../../analytics/statistics/cliffs-delta.ts'
import { levelsOfSchools } from './arbitrary.ts'
import { frozen } from './frozen.ts'
import { treated, untreated } from './published.ts'

describe('brunner-munzel', () => {
  it("gives the results of R's lawstat for the patients of Brunner and Munzel", () => {
    const test = brunnerMunzel(treated, untreated)
    expect(test?.superiority).toBeCloseTo(0.788961, 6)
    expect(test?.statistic).toBeCloseTo(3.1375, 4)
    expect(test?.df).toBeCloseTo(17.683, 3)
    expect(test?.p).toBeCloseTo(0.005786, 6)
    // lawstat's interval, 0.5952169 to 0.9827052, is t times the standard error either side.
    expect(test?.error).toBeCloseTo((0.9827052 - 0.5952169) / 2 / 2.1036, 5)
  })

  it('has nothing to say of fewer than two, of equals, or of groups wholly apart', () => {
    expect(brunnerMunzel([1], frozen([1, 2]))).toBeNull()
    expect(brunnerMunzel(frozen([1, 2]), [])).toBeNull()
    expect(brunnerMunzel(frozen([2, 2]), frozen([2, 2]))).toBeNull()
    expect(brunnerMunzel(frozen([1, 2]), frozen([3, 4]))).toBeNull()
  })

  it('agrees with the delta of Cliff, and turns round with the groups', () => {
    fc.assert(
      fc.property(levelsOfSchools, levelsOfSchools, (first, second) => {
        const test = brunnerMunzel(first, second)
        const other = brunnerMunzel(second, first)
        expect(other === null).toBe(test === null)
        if (test === null || other === null) return
        expect(2 * test.superiority - 1).toBeCloseTo(cliffsDelta(first, second) ?? NaN, 10)
        expect(other.superiority).toBeCloseTo(1 - test.superiority, 10)
        expect(other.statistic).toBeCloseTo(-test.statistic, 8)
        expect(other.p).toBeCloseTo(test.p, 8)
      }),
    )
  })
})
