import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitsOf, countBits, keepBoth, keepWithin, rowsSet } from '../../../analytics/evidence/bits.ts'
import { runs } from '../../runs.ts'

const flags = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 200 })

describe('bits of the rows of which something holds', () => {
  it('are counted, kept with others and turned back into rows as the rows themselves would be', () => {
    fc.assert(
      fc.property(flags, (rows) => {
        const [bits, others] = [0, 1].map((at) => bitsOf(rows.length, (row) => rows[row]![at]!)) as [
          Uint32Array,
          Uint32Array,
        ]
        const rowsWhere = (holds: (row: readonly boolean[]) => boolean): readonly number[] =>
          [...rows.keys()].filter((row) => holds(rows[row]!))
        const [some, both] = [rowsWhere(([a]) => a === true), rowsWhere(([a, b]) => a === true && b === true)]
        expect([countBits(bits), [...rowsSet(bits)]]).toEqual([some.length, some])
        expect(countBits(bits, others)).toBe(both.length)
        keepBoth(bits, others)
        expect([...rowsSet(bits)]).toEqual(both)
      }),
      { numRuns: runs(300) },
    )
  })

  it('are kept within rows as the rows themselves would be', () => {
    fc.assert(
      fc.property(flags, fc.nat(200), fc.nat(200), (rows, from, to) => {
        const bits = bitsOf(rows.length, (row) => rows[row]![0])
        keepWithin(bits, from, to)
        expect([...rowsSet(bits)]).toEqual([...rows.keys()].filter((row) => rows[row]![0] && row >= from && row < to))
      }),
      { numRuns: runs(300) },
    )
  })
})
