import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weightedKappa } from '../../../analytics/statistics/weighted-kappa.ts'
import { squareTable, turned } from './arbitrary.ts'
import { frozen } from './frozen.ts'

describe('weighted-kappa', () => {
  it('gives 0.4701 (0.1845 to 0.7558) as SAS PROC FREQ does, quoted in the tests of statsmodels', () => {
    const found = weightedKappa(
      frozen([
        [0, 4, 1],
        [0, 8, 0],
        [0, 1, 5],
      ]),
      'linear',
    )
    expect(found?.kappa).toBeCloseTo(0.4701, 4)
    expect(found?.error).toBeCloseTo(0.1457, 4)
    expect(found!.kappa - 1.959964 * found!.error).toBeCloseTo(0.1845, 4)
    expect(found!.kappa + 1.959964 * found!.error).toBeCloseTo(0.7558, 4)
  })

  it("gives 0.2374 with 0.0783 for 91 married couples as R's vcd does (Agresti, Categorical Data Analysis (1990))", () => {
    const found = weightedKappa(
      frozen([
        [7, 7, 2, 3],
        [2, 8, 3, 7],
        [1, 5, 4, 9],
        [2, 8, 9, 14],
      ]),
      'linear',
    )
    expect(found?.kappa).toBeCloseTo(0.2374, 4)
    expect(found?.error).toBeCloseTo(0.0783, 4)
  })

  it("gives 0.1459 linear and 0.2520 squared for two raters of anxiety as R's irr does, quoted by statsmodels", () => {
    const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4]
    const third = [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2]
    // Nobody was rated 5, which irr does not count as a level.
    const table = [1, 2, 3, 4, 6].map((row) =>
      [1, 2, 3, 4, 6].map((column) => second.filter((level, i) => level === row && third[i] === column).length),
    )
    expect(weightedKappa(frozen(table), 'linear')?.kappa).toBeCloseTo(0.1459075, 6)
    expect(weightedKappa(frozen(table), 'quadratic')?.kappa).toBeCloseTo(0.2520325, 6)
  })

  it('is 1 for full agreement and has nothing to say of nobody, of one level or where all got the same', () => {
    for (const weights of ['linear', 'quadratic'] as const) {
      expect(
        weightedKappa(
          frozen([
            [4, 0, 0],
            [0, 3, 0],
            [0, 0, 9],
          ]),
          weights,
        )?.kappa,
      ).toBeCloseTo(1, 14)
      expect(
        weightedKappa(
          frozen([
            [4, 0],
            [0, 0],
          ]),
          weights,
        ),
      ).toBeNull()
      expect(
        weightedKappa(
          frozen([
            [0, 0],
            [0, 0],
          ]),
          weights,
        ),
      ).toBeNull()
      expect(weightedKappa([[3]], weights)).toBeNull()
      expect(weightedKappa([], weights)).toBeNull()
    }
  })

  it('is the plain kappa for two levels, whatever the weights', () => {
    const count = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const n = a + b + c + d
        const chance = ((a + b) * (a + c) + (c + d) * (b + d)) / n ** 2
        for (const weights of ['linear', 'quadratic'] as const)
          expect(
            weightedKappa(
              [
                [a, b],
                [c, d],
              ],
              weights,
            )?.kappa,
          ).toBeCloseTo(((a + d) / n - chance) / (1 - chance), 10)
      }),
    )
  })

  it('is the same whichever rater comes first, and from whichever end the levels are read', () => {
    fc.assert(
      fc.property(squareTable, fc.constantFrom('linear', 'quadratic'), (table, weights) => {
        const found = weightedKappa(table, weights)
        for (const other of [turned(table), table.map((row) => row.toReversed()).toReversed()]) {
          expect(weightedKappa(other, weights)?.kappa ?? 9).toBeCloseTo(found?.kappa ?? 9, 9)
          expect(weightedKappa(other, weights)?.error ?? 9).toBeCloseTo(found?.error ?? 9, 6)
        }
      }),
    )
  })
})
