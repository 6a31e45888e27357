import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { somersD } from '../../../analytics/statistics/somers-d.ts'
import { squareTable, turned } from './arbitrary.ts'
import { frozen } from './frozen.ts'

const doses = frozen([
  [26, 26, 23, 18, 9],
  [6, 7, 9, 14, 23],
])

describe('somers-d', () => {
  it('gives 0.4427 (0.2786 to 0.6068), and 0.2569 (0.1592 to 0.3547) turned, as the manual of SAS PROC FREQ', () => {
    for (const [table, d, lower, upper] of [
      [doses, 0.4427, 0.2786, 0.6068],
      [turned(doses), 0.2569, 0.1592, 0.3547],
    ] as const) {
      const found = somersD(table)
      expect(found?.d).toBeCloseTo(d, 4)
      expect(found!.d - 1.959964 * found!.error).toBeCloseTo(lower, 4)
      expect(found!.d + 1.959964 * found!.error).toBeCloseTo(upper, 4)
    }
  })

  it('has nothing to say where all stand in one row, or there is nobody', () => {
    expect(
      somersD(
        frozen([
          [3, 4],
          [0, 0],
        ]),
      ),
    ).toBeNull()
    expect(
      somersD(
        frozen([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBeNull()
    expect(somersD([])).toBeNull()
  })

  it('sees nothing where all stand in one column', () => {
    expect(
      somersD(
        frozen([
          [3, 0],
          [4, 0],
        ]),
      ),
    ).toEqual({ d: 0, error: 0, p: 1 })
  })

  it('claims no p where the formula leaves nothing to chance', () => {
    expect(
      somersD(
        frozen([
          [1, 0],
          [0, 1],
        ]),
      ),
    ).toEqual({ d: 1, error: 0, p: null })
  })

  it('turns its sign when the rows, or the columns, are read backwards', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const found = somersD(table)
        for (const backwards of [table.toReversed(), table.map((row) => row.toReversed())]) {
          const other = somersD(backwards)
          expect((other?.d ?? 0) + (found?.d ?? 0)).toBeCloseTo(0, 12)
          expect(other?.p ?? -1).toBeCloseTo(found?.p ?? -1, 12)
          expect(other?.error ?? -1).toBeCloseTo(found?.error ?? -1, 12)
        }
        expect(Math.abs(found?.d ?? 0)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is the difference of two proportions for two rows and two columns', () => {
    const count = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, e) => {
        expect(
          somersD([
            [a, b],
            [c, e],
          ])?.d,
        ).toBeCloseTo(e / (c + e) - b / (a + b), 12)
      }),
    )
  })
})
