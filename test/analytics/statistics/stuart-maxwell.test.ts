import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bhapkar } from '../../../analytics/statistics/bhapkar.ts'
import { bowker } from '../../../analytics/statistics/bowker.ts'
import { stuartMaxwell } from '../../../analytics/statistics/stuart-maxwell.ts'
import { squareTable, turned } from './arbitrary.ts'
import { frozen } from './frozen.ts'
import { eyes } from './published.ts'

describe('stuart-maxwell', () => {
  it('gives 11.96 for the sight of two eyes (Stuart, Biometrika 42 (1955), 412-416)', () => {
    const { statistic, df, p } = stuartMaxwell(eyes)
    expect(statistic).toBeCloseTo(11.96, 2)
    expect(df).toBe(3)
    expect(p).toBeCloseTo(0.0075, 4)
  })

  it('is the test of McNemar for two levels: the square of the difference over the sum', () => {
    expect(
      stuartMaxwell(
        frozen([
          [23, 15],
          [19, 31],
        ]),
      ).statistic,
    ).toBeCloseTo(16 / 34, 12)
  })

  it('finds nothing to compare where nobody moved', () => {
    expect(
      stuartMaxwell(
        frozen([
          [5, 0],
          [0, 7],
        ]),
      ),
    ).toEqual({ statistic: 0, df: 0, p: 1 })
    expect(stuartMaxwell([])).toEqual({ statistic: 0, df: 0, p: 1 })
  })

  it('gains nothing from a level that nobody moved to or from', () => {
    const two = stuartMaxwell(
      frozen([
        [23, 15],
        [19, 31],
      ]),
    )
    expect(
      stuartMaxwell(
        frozen([
          [23, 0, 15],
          [0, 9, 0],
          [19, 0, 31],
        ]),
      ),
    ).toEqual(two)
  })

  it('counts apart two pairs of levels between which nobody moved', () => {
    const apart = frozen([
      [0, 4, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 6],
      [0, 0, 2, 0],
    ])
    expect(stuartMaxwell(apart).statistic).toBeCloseTo(9 / 5 + 16 / 8, 12)
    expect(stuartMaxwell(apart).df).toBe(2)
  })

  it('is the same turned round, and has the same rank as the test of Bhapkar', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const [one, other] = [stuartMaxwell(table), stuartMaxwell(turned(table))]
        expect(other.statistic).toBeCloseTo(one.statistic, 8)
        expect(other.df).toBe(one.df)
        expect(bhapkar(table).df).toBe(one.df)
      }),
    )
  })

  it('finds nothing in a symmetric table, and neither do the tests of Bhapkar and Bowker', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const symmetric = frozen(table.map((row, i) => row.map((count, j) => count + table[j]![i]!)))
        expect(stuartMaxwell(symmetric).statistic).toBe(0)
        expect(bhapkar(symmetric).statistic).toBe(0)
        expect(bowker(symmetric).statistic).toBe(0)
        expect(stuartMaxwell(symmetric).p).toBe(1)
      }),
    )
  })
})
