import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cliffsDelta } from '../../../analytics/statistics/cliffs-delta.ts'
import { levelsOfSchools } from './arbitrary.ts'
import { frozen } from './frozen.ts'
import { treated, untreated } from './published.ts'

describe('cliffs-delta', () => {
  it("is twice Brunner and Munzel's 0.788961 less one for their patients' pain", () => {
    expect(cliffsDelta(treated, untreated)).toBeCloseTo(2 * 0.788961 - 1, 6)
  })

  it('counts pairs above less pairs below', () => {
    expect(cliffsDelta(frozen([1, 2]), frozen([2, 3]))).toBe(0.75)
    expect(cliffsDelta(frozen([1]), frozen([2]))).toBe(1)
    expect(cliffsDelta(frozen([2]), frozen([2]))).toBe(0)
  })

  it('has nothing to say of nobody', () => {
    expect(cliffsDelta([], [1])).toBeNull()
    expect(cliffsDelta([1], [])).toBeNull()
  })

  it('is the plain count of pairs, and turns its sign with the groups', () => {
    fc.assert(
      fc.property(levelsOfSchools, levelsOfSchools, (first, second) => {
        const signs = first.flatMap((a) => second.map((b) => Math.sign(b - a)))
        expect(cliffsDelta(first, second)).toBeCloseTo(signs.reduce((sum, sign) => sum + sign, 0) / signs.length, 12)
        expect((cliffsDelta(second, first) ?? 0) + (cliffsDelta(first, second) ?? 0)).toBeCloseTo(0, 12)
      }),
    )
  })
})
