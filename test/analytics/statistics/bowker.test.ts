import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bowker } from '../../../analytics/statistics/bowker.ts'
import { stuartMaxwell } from '../../../analytics/statistics/stuart-maxwell.ts'
import { openData } from '../../open-data.ts'
import { frozen } from './frozen.ts'
import { eyes } from './published.ts'

const results = openData('stats/statsmodels_contingency_table_r_results.csv')

describe('bowker', () => {
  it('gives 19.11 for the sight of two eyes (Bishop, Fienberg and Holland, 1975, chapter 8)', () => {
    const { statistic, df, p } = bowker(eyes)
    expect(statistic).toBeCloseTo(19.11, 2)
    expect(df).toBe(6)
    expect(p).toBeCloseTo(0.004, 4)
  })

  it('leaves out pairs of levels between which nobody moved', () => {
    const { statistic, df } = bowker(
      frozen([
        [4, 3, 0],
        [1, 4, 0],
        [0, 0, 4],
      ]),
    )
    expect(statistic).toBe(1)
    expect(df).toBe(1)
  })

  it('finds nothing to compare where nobody moved', () => {
    expect(
      bowker(
        frozen([
          [5, 0],
          [0, 7],
        ]),
      ),
    ).toEqual({ statistic: 0, df: 0, p: 1 })
    expect(bowker([])).toEqual({ statistic: 0, df: 0, p: 1 })
  })

  it.skipIf(results === null)('agrees with R on the three tables of statsmodels, and so do Stuart and Maxwell', () => {
    const tables = [
      [
        [23, 15],
        [19, 31],
      ],
      [
        [144, 33, 84, 126],
        [2, 4, 14, 29],
        [0, 2, 6, 25],
        [0, 0, 1, 5],
      ],
      [
        [20, 10, 5],
        [3, 30, 15],
        [0, 5, 40],
      ],
    ]
    const [head, ...rows] = readFileSync(results ?? '', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(','))
    for (const [i, row] of rows.entries()) {
      const cell = (name: string): number => Number(row[head?.indexOf(`"${name}"`) ?? -1])
      const symmetry = bowker(tables[i] ?? [])
      expect(symmetry.statistic).toBeCloseTo(cell('bowker_stat'), 9)
      expect(symmetry.df).toBe(cell('bowker_df'))
      expect(symmetry.p / cell('bowker_pvalue')).toBeCloseTo(1, 9)
      const margins = stuartMaxwell(tables[i] ?? [])
      expect(margins.statistic).toBeCloseTo(cell('homog_stat'), 9)
      expect(margins.df).toBe(cell('homog_df'))
    }
    expect(rows).toHaveLength(3)
  })
})
