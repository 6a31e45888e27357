import { describe, expect, it } from 'vitest'
import { sum } from '../../../analytics/statistics/sum.ts'
import { frozen } from './frozen.ts'

describe('sum', () => {
  it('adds in order, and gives 0 for none', () => {
    expect(sum(frozen([1, 2, 3]))).toBe(6)
    expect(sum([])).toBe(0)
  })
})
