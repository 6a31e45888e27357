import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelsType, numbersType, quantile, type QuantileType } from '../../../analytics/statistics/quantile.ts'
import { levelsOfSchools } from './arbitrary.ts'
import { frozen } from './frozen.ts'

const types: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const part = fc.double({ min: 0, max: 1, noNaN: true })

describe('quantile', () => {
  it('gives nine answers to one question, by R and by the tests of NumPy', () => {
    const values = frozen([50, 15, 40, 20, 35])
    const published = [20, 27.5, 20, 20, 27.5, 26, 29, 27, 27.125]
    for (const [i, type] of types.entries()) expect(quantile(values, 0.4, type)).toBeCloseTo(published[i]!, 12)
  })

  it('is type 7 unless another is named, as in Excel: PERCENTILE.INC of 1 to 4 at 0.3 is 1.9', () => {
    expect(numbersType).toBe(7)
    expect(quantile(frozen([1, 3, 2, 4]), 0.3)).toBeCloseTo(1.9, 14)
  })

  it('does not fall short of a whole number for want of a bit: 0.7 of ten values is the seventh', () => {
    expect(quantile(frozen([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 0.7, 1)).toBe(7)
  })

  it('gives nothing for none, and the one for one', () => {
    for (const type of types) {
      expect(quantile([], 0.5, type)).toBeNull()
      expect(quantile([3], 0.9, type)).toBe(3)
    }
  })

  it('goes from the lowest to the highest without falling', () => {
    fc.assert(
      fc.property(levelsOfSchools, part, part, fc.constantFrom(...types), (values, a, b, type) => {
        expect(quantile(values, 0, type)).toBe(Math.min(...values))
        expect(quantile(values, 1, type)).toBe(Math.max(...values))
        const [low, high] = [quantile(values, Math.min(a, b), type), quantile(values, Math.max(a, b), type)]
        expect(low! - high!).toBeLessThanOrEqual(1e-12)
      }),
    )
  })

  it('only ever gives a level that is there, the lowest that the part stands at or below', () => {
    fc.assert(
      fc.property(levelsOfSchools, fc.integer({ min: 1, max: 100 }), (levels, hundredths) => {
        const level = quantile(levels, hundredths / 100, levelsType)!
        expect(levels).toContain(level)
        expect(levels.filter((each) => each <= level).length * 100).toBeGreaterThanOrEqual(hundredths * levels.length)
        expect(levels.filter((each) => each < level).length * 100).toBeLessThan(hundredths * levels.length)
      }),
    )
  })
})
