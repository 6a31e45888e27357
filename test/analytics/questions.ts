import fc from 'fast-check'
import type { Scope } from '../../analytics/cohorts/population.ts'
import type { Facts } from '../../analytics/evidence/facts.ts'
import { awards } from '../../analytics/framework/award.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { findMeasure, type MeasureId } from '../../analytics/measures/index.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { anyDay, anyScope, crowdedCounty, eventfulCounty, largerCounty, smallCounty } from './small-county.ts'

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })

/** A county, and all that can be asked of it: each measure is asked the parts that it needs or takes. */
const questionOf = <S>(county: fc.Arbitrary<Facts>, day: fc.Arbitrary<string>, scope: fc.Arbitrary<S>) =>
  fc.record({
    facts: county,
    asOf: day,
    scope,
    needed: fc.record({ strand: fc.constantFrom(...strands), award: fc.constantFrom(...awards) }),
    taken: fc.record({
      strand: maybe(fc.constantFrom(...strands)),
      school: maybe(fc.integer({ min: 900001, max: 900009 })),
    }),
    during: maybe(fc.integer({ min: 2017, max: 2023 })),
  })

const anyCounty = fc.oneof(
  { weight: 4, arbitrary: smallCounty },
  { weight: 5, arbitrary: eventfulCounty },
  { weight: 1, arbitrary: largerCounty },
)

/** Of a crowd all are asked about, or most: a part of it would be too few to say. */
const mostScopes = fc.constantFrom<Scope>({}, {}, { council: '990' }, { phase: 'Primary' }, { framework: 'First' })

export const anyQuestion = fc.oneof(
  { weight: 10, arbitrary: questionOf(anyCounty, anyDay, anyScope) },
  { weight: 1, arbitrary: questionOf(crowdedCounty, fc.constantFrom('2021-08-31', '2023-02-28'), mostScopes) },
)

export type Question = typeof anyQuestion extends fc.Arbitrary<infer Q> ? Q : never

const partsOf = (names: readonly string[], from: object) =>
  names.flatMap((part) => {
    const value: unknown = Reflect.get(from, part)
    return value === undefined ? [] : [[part, value] as const]
  })

/** What is asked of one measure. */
export function askedOf(id: MeasureId, { asOf, scope, needed, taken, during }: Omit<Question, 'facts'>): Asked {
  const { needs, takes } = findMeasure(id)!
  return {
    asOf,
    ...(during === undefined ? {} : { during }),
    where: { ...scope, ...Object.fromEntries([...partsOf(takes, taken), ...partsOf(needs, needed)]) },
  }
}
