import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilcoxonSignedRank, type ZeroRule } from '../../../analytics/statistics/wilcoxon-signed-rank.ts'
import { frozen } from './frozen.ts'

const rules: readonly ZeroRule[] = ['pratt', 'zsplit', 'wilcox']
const differences = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 9 }).map(frozen)

/** The exact p value by trying every choice of signs. */
function byHand(moves: readonly number[], rule: ZeroRule): number {
  const middle = (signs: number): number => {
    const { plus, minus } = wilcoxonSignedRank(
      moves.map((move, i) => ((signs >> i) & 1 ? Math.abs(move) : -Math.abs(move))),
      { zeros: rule, p: 'normal' },
    )
    return Math.abs(plus - minus)
  }
  const { plus, minus } = wilcoxonSignedRank(moves, { zeros: rule, p: 'normal' })
  const choices = Array.from({ length: 2 ** moves.length }, (_, signs) => middle(signs))
  return choices.filter((away) => away >= Math.abs(plus - minus)).length / choices.length
}

describe('wilcoxon-signed-rank', () => {
  it('gives 40 and 20/512 for depression before and after therapy (Hollander and Wolfe (1973), 29)', () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    const changes = frozen(before.map((score, i) => score - after[i]!))
    expect(wilcoxonSignedRank(changes, { zeros: 'pratt', p: 'exact' })).toEqual({ plus: 40, minus: 5, p: 20 / 512 })
  })

  it('ranks nothing with the rest, or not, or halves it, as the rule says', () => {
    const moves = frozen([0, 0, 1, -2])
    expect(wilcoxonSignedRank(moves, { zeros: 'wilcox', p: 'exact' })).toMatchObject({ plus: 1, minus: 2 })
    expect(wilcoxonSignedRank(moves, { zeros: 'pratt', p: 'exact' })).toMatchObject({ plus: 3, minus: 4 })
    expect(wilcoxonSignedRank(moves, { zeros: 'zsplit', p: 'exact' })).toMatchObject({ plus: 4.5, minus: 5.5 })
  })

  it('sees no move in none, and in all nothing', () => {
    for (const zeros of rules)
      for (const p of ['exact', 'normal'] as const) {
        expect(wilcoxonSignedRank([], { zeros, p }).p).toBe(1)
        expect(wilcoxonSignedRank(frozen([0, 0, 0]), { zeros, p }).p).toBe(1)
      }
  })

  it('never goes beyond 1 by the continuity correction', () => {
    expect(wilcoxonSignedRank(frozen([1, -1]), { zeros: 'pratt', p: 'normal', continuity: true }).p).toBe(1)
    expect(wilcoxonSignedRank(frozen([1, 1, -2]), { zeros: 'pratt', p: 'normal', continuity: true }).p).toBe(1)
  })

  it('counts every choice of signs, ties and all', () => {
    fc.assert(
      fc.property(differences, fc.constantFrom('pratt', 'wilcox'), (moves, zeros) => {
        const kept = zeros === 'wilcox' ? moves.filter((move) => move !== 0) : moves
        expect(wilcoxonSignedRank(moves, { zeros, p: 'exact' }).p).toBeCloseTo(byHand(kept, zeros), 12)
      }),
    )
  })

  it('swaps its sums and keeps its p when every move turns round', () => {
    fc.assert(
      fc.property(differences, fc.constantFrom(...rules), fc.constantFrom('exact', 'normal'), (moves, zeros, p) => {
        const one = wilcoxonSignedRank(moves, { zeros, p })
        const other = wilcoxonSignedRank(
          moves.map((move) => -move),
          { zeros, p },
        )
        expect(other).toMatchObject({ plus: one.minus, minus: one.plus })
        expect(other.p).toBeCloseTo(one.p, 14)
      }),
    )
  })
})
