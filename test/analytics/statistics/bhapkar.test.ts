import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bhapkar } from '../../../analytics/statistics/bhapkar.ts'
import { stuartMaxwell } from '../../../analytics/statistics/stuart-maxwell.ts'
import { squareTable } from './arbitrary.ts'
import { frozen } from './frozen.ts'
import { eyes } from './published.ts'

describe('bhapkar', () => {
  it('gives 11.98 for the sight of two eyes (Agresti, Categorical Data Analysis, 2nd edition (2002), chapter 10)', () => {
    expect(bhapkar(eyes).statistic).toBeCloseTo(11.976, 3)
    expect(bhapkar(eyes).df).toBe(3)
  })

  it('is the square of the difference over the sum less its part of all, for two levels', () => {
    expect(
      bhapkar(
        frozen([
          [23, 15],
          [19, 31],
        ]),
      ).statistic,
    ).toBeCloseTo(16 / (34 - 16 / 88), 12)
  })

  it('finds nothing to compare where nobody moved', () => {
    expect(
      bhapkar(
        frozen([
          [5, 0],
          [0, 7],
        ]),
      ),
    ).toEqual({ statistic: 0, df: 0, p: 1 })
    expect(bhapkar([])).toEqual({ statistic: 0, df: 0, p: 1 })
  })

  it('has no end where everybody moved the same way', () => {
    expect(
      bhapkar(
        frozen([
          [0, 5],
          [0, 0],
        ]),
      ),
    ).toEqual({ statistic: Infinity, df: 1, p: 0 })
  })

  it('is never smaller than the test of Stuart and Maxwell', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        expect(bhapkar(table).statistic).toBeGreaterThanOrEqual(stuartMaxwell(table).statistic - 1e-9)
      }),
    )
  })
})
