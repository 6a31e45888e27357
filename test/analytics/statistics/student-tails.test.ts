import { describe, expect, it } from 'vitest'
import { normalCdf } from '../../../analytics/statistics/normal-cdf.ts'
import { studentTails } from '../../../analytics/statistics/student-tails.ts'

describe('student-tails', () => {
  it('gives the table of Abramowitz and Stegun, 26.10, for 5% on both sides', () => {
    for (const [t, df] of [
      [12.706, 1],
      [2.571, 5],
      [2.228, 10],
      [2.042, 30],
    ] as const)
      expect(studentTails(t, df)).toBeCloseTo(0.05, 4)
  })

  it('is the same on both sides, 1 at nothing, and near the normal for many degrees of freedom', () => {
    expect(studentTails(-2, 7)).toBe(studentTails(2, 7))
    expect(studentTails(0, 7)).toBe(1)
    expect(studentTails(2, 1e7)).toBeCloseTo(2 * normalCdf(-2), 6)
  })
})
