import { describe, expect, it } from 'vitest'
import { quadraticForm } from '../../../analytics/statistics/quadratic-form.ts'
import { frozen } from './frozen.ts'

describe('quadratic-form', () => {
  it('is the square over the variance for one difference', () => {
    expect(quadraticForm(frozen([3]), frozen([[4]]))).toEqual({ value: 9 / 4, rank: 1 })
  })

  it('is the sum of squares over the inverse by hand for two', () => {
    // The inverse of [[2, 1], [1, 3]] is [[3, -1], [-1, 2]] / 5.
    const form = quadraticForm(
      frozen([1, 2]),
      frozen([
        [2, 1],
        [1, 3],
      ]),
    )
    expect(form.value).toBeCloseTo((3 - 2 * 2 + 2 * 4) / 5, 14)
    expect(form.rank).toBe(2)
  })

  it('leaves out what does not vary, whichever comes last', () => {
    const covariance = frozen([
      [34, -34, 0],
      [-34, 34, 0],
      [0, 0, 0],
    ])
    expect(quadraticForm(frozen([4, -4, 0]), covariance)).toEqual({ value: 16 / 34, rank: 1 })
    expect(quadraticForm([], [])).toEqual({ value: 0, rank: 0 })
    expect(quadraticForm([0], [[0]])).toEqual({ value: 0, rank: 0 })
  })
})
