import { expect, it } from 'vitest'
import { cellsOf, rowSums } from '../../../analytics/measures/cells.ts'

const parts = ['one', 'other']

it('tells the cells of a column, and a sum for each row, however many rows were told before', () => {
  for (const rows of [0, 2, 5, 2]) {
    const each = Array.from({ length: rows }, (_, row) => row)
    const sums = each.map((row) => parts.map((key) => ({ row, key })))
    expect(cellsOf('one', rows)).toEqual(each.map((row) => ({ row, key: 'one' })))
    expect(rowSums(rows, 'all', parts)).toEqual(sums.map((of, row) => ({ whole: { row, key: 'all' }, parts: of })))
    expect(rowSums(rows, 'population', parts)).toEqual(sums.map((of) => ({ whole: 'population', parts: of })))
    const total = { row: 'totals', key: 'all' } as const
    expect(rowSums(rows, total, parts)).toEqual(sums.map((of) => ({ whole: total, parts: of })))
  }
})
