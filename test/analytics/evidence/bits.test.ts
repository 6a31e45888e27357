import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitsOf, bitsWithin, countBits, keepBoth, rowsSet } from '../../../analytics/evidence/bits.ts'
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
        const tail = bits.slice(1)
        keepBoth(bits, others)
        expect([...rowsSet(bits)]).toEqual(both)
        keepBoth(tail, others, 1)
        expect([...rowsSet(tail, 32)]).toEqual(both.filter((row) => row >= 32))
      }),
      { numRuns: runs(300) },
    )
  })

  it('are kept within rows as the rows themselves would be', () => {
    fc.assert(
      fc.property(flags, fc.nat(200), fc.nat(200), (rows, from, to) => {
        const bits = bitsOf(rows.length, (row) => rows[row]![0])
        const within = bitsWithin(bits, from, to)
        expect([...rowsSet(within, from - (from & 31))]).toEqual(
          [...rows.keys()].filter((row) => rows[row]![0] && row >= from && row < to),
        )
      }),
      { numRuns: runs(300) },
    )
  })
})
