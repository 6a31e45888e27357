import fc from 'fast-check'
import type { Wait } from '../../../analytics/statistics/risk-table.ts'
import { frozen } from './frozen.ts'

/** Counts of moves among two to five levels, some of them empty. */
export const squareTable: fc.Arbitrary<readonly (readonly number[])[]> = fc
  .integer({ min: 2, max: 5 })
  .chain((levels) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: levels, maxLength: levels }), {
      minLength: levels,
      maxLength: levels,
    }),
  )
  .map(frozen)

export const turned = (table: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  frozen((table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0)))

/** Levels of one to thirty schools, with many ties. */
export const levelsOfSchools = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 }).map(frozen)

/** Waits with ties, some censored. */
export const waits: fc.Arbitrary<readonly Wait[]> = fc
  .array(fc.record({ until: fc.integer({ min: 1, max: 12 }), happened: fc.boolean() }), { minLength: 1, maxLength: 30 })
  .map(frozen)

/** Waits with ties, none censored. */
export const endedWaits: fc.Arbitrary<readonly Wait[]> = waits.map((each) =>
  frozen(each.map(({ until }) => ({ until, happened: true }))),
)

/** A part of up to sixty. */
export const partOf = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ part: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))
