import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountCells } from '../../../analytics/evidence/amounts.ts'

/** The sum of amounts by the cells in which they count, behind a cell of something else. */
function sumInCells(amounts: readonly number[], areWhole: boolean): number {
  const cells = amountCells(Math.max(...amounts), areWhole)
  const counts = new Int32Array(1 + cells.width)
  for (const amount of amounts) for (const cell of cells.of(amount, 1)) counts[cell]! += 1
  expect(counts[0]).toBe(0)
  return cells.sum(counts, 1)
}

describe('amounts kept as counts', () => {
  it('add up to their sum, whole ones and such of up to four decimals', () => {
    expect(sumInCells([0], true)).toBe(0)
    expect(sumInCells([420, 90, 3], true)).toBe(513)
    expect(sumInCells([210.5, 0.0001, 0.05], false)).toBe(210.5501)
    const wholes = fc.array(fc.nat({ max: 999_999_999 }), { minLength: 1, maxLength: 40 })
    fc.assert(fc.property(wholes, (amounts) => sumInCells(amounts, true) === amounts.reduce((a, b) => a + b)))
    fc.assert(
      fc.property(wholes, (parts) => {
        const sum = parts.reduce((a, b) => a + b)
        return (
          sumInCells(
            parts.map((part) => part / 10_000),
            false,
          ) ===
          sum / 10_000
        )
      }),
    )
  })

  it('have no cells for digits that none of them has', () => {
    expect(amountCells(0, true).width).toBe(0)
    expect(amountCells(1023, true).width).toBe(10)
    expect(amountCells(1024, true).width).toBe(11)
  })
})
