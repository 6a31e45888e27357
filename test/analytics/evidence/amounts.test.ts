import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountCells } from '../../../analytics/evidence/amounts.ts'

/** The sum of amounts by the cells in which they count, behind a cell of something else. */
function sumInCells(amounts: readonly number[]): number {
  const { add, width, sum } = amountCells(amounts)
  const counts = new Int32Array(1 + width)
  const found: number[] = []
  for (const amount of amounts) add(amount, 1, found)
  for (const cell of found) counts[cell]! += 1
  expect([counts.length, counts[0]]).toEqual([1 + width, 0])
  return sum(counts, 1)
}

describe('amounts kept as counts', () => {
  it('add up to their sum, whole ones and such of up to four decimals, however large', () => {
    expect(sumInCells([0])).toBe(0)
    expect(sumInCells([420, 90, 3])).toBe(513)
    expect(sumInCells([210.5, 0.0001, 0.05])).toBe(210.5501)
    expect(sumInCells([999_999_999.5, 0.25])).toBe(999_999_999.75)
    expect(sumInCells([0.00004, 1.25])).toBe(1.25)
    const wholes = fc.array(fc.nat({ max: 999_999_999 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(wholes, fc.constantFrom(1, 10, 100, 1000, 10_000), (parts, fine) => {
        const sum = parts.reduce((a, b) => a + b)
        expect(sumInCells(parts.map((part) => part / fine))).toBe(sum / fine)
      }),
    )
  })

  it('have no cells for digits that none of them has', () => {
    const widths = [[], [0], [1], [1023, 5], [1024], [0.5, 3]].map((amounts) => amountCells(amounts).width)
    expect(widths).toEqual([0, 0, 1, 10, 11, 5])
  })
})
