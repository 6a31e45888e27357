import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { midRanks } from '../../../analytics/statistics/mid-ranks.ts'
import { levelsOfSchools } from './arbitrary.ts'
import { frozen } from './frozen.ts'

describe('mid-ranks', () => {
  it('gives equal values the middle of the ranks they share, in the order given', () => {
    expect(midRanks(frozen([20, 10, 30, 20]))).toEqual([2.5, 1, 4, 2.5])
    expect(midRanks(frozen([7, 7, 7]))).toEqual([2, 2, 2])
  })

  it('gives none for none, and 1 for one', () => {
    expect(midRanks([])).toEqual([])
    expect(midRanks([9])).toEqual([1])
  })

  it('gives each value one more than how many are lower, and half of its equals besides', () => {
    fc.assert(
      fc.property(levelsOfSchools, (values) => {
        const plain = values.map(
          (value) => values.filter((v) => v < value).length + (values.filter((v) => v === value).length + 1) / 2,
        )
        expect(midRanks(values)).toEqual(plain)
      }),
    )
  })
})
