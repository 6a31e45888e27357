import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Facts } from '../../../analytics/evidence/facts.ts'
import { awards } from '../../../analytics/framework/award.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { findMeasure, measureIds, type MeasureId } from '../../../analytics/measures/index.ts'
import type { Answer, Asked, Cell } from '../../../analytics/measures/measure.ts'
import { runs } from '../../runs.ts'
import { plainly } from '../oracle-answers.ts'
import { plainPopulation } from '../oracle-population.ts'
import { anyDay, anyScope, crowdedCounty, eventfulCounty, largerCounty, smallCounty } from '../small-county.ts'

const county = fc.oneof(
  { weight: 4, arbitrary: smallCounty },
  { weight: 5, arbitrary: eventfulCounty },
  { weight: 1, arbitrary: largerCounty },
  { weight: 1, arbitrary: crowdedCounty },
)

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })

/** Parts of a question, of which each measure is asked those that it needs or takes. */
const parts = fc.record({
  needed: fc.record({ strand: fc.constantFrom(...strands), award: fc.constantFrom(...awards) }),
  taken: fc.record({
    strand: maybe(fc.constantFrom(...strands)),
    school: maybe(fc.integer({ min: 900001, max: 900009 })),
  }),
  during: maybe(fc.integer({ min: 2017, max: 2023 })),
})

type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never

function askedOf(id: MeasureId, asOf: string, scope: object, { needed, taken, during }: Parts): Asked {
  const { needs, takes } = findMeasure(id)!
  const of = (names: readonly string[], from: object) =>
    names.flatMap((part) => {
      const value: unknown = Reflect.get(from, part)
      return value === undefined ? [] : [[part, value] as const]
    })
  return {
    asOf,
    ...(during === undefined ? {} : { during }),
    where: { ...scope, ...Object.fromEntries([...of(takes, taken), ...of(needs, needed)]) },
  }
}

/** Numbers to nine decimals: two ways of adding differ in the sixteenth. */
const rounded = (rows: readonly object[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(9)) : value]),
    ),
  )

const valueOf = (answer: Answer<object, object>, cell: Cell): number =>
  cell === 'population'
    ? answer.population
    : (Reflect.get(cell.row === 'totals' ? answer.totals : answer.rows[cell.row]!, cell.key) as number)

function expectSums(answer: Answer<object, object>): void {
  const { measure, identities } = answer
  const sumOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + valueOf(answer, cell), 0)
  expect({ measure, sums: identities.map((identity) => sumOf(identity.parts)) }).toEqual({
    measure,
    sums: identities.map(({ whole }) => valueOf(answer, whole)),
  })
}

function expectAgreement(facts: Facts, answer: Answer<object, object>, { where }: Asked): void {
  const { measure, population, during } = answer
  const asOf = during === null ? answer.asOf : `${during + 1}-08-31`
  const { rows, totals = {} } = plainly[measure as MeasureId](facts, asOf, where, during ?? undefined)
  const told = Object.fromEntries(Object.keys(totals).map((key) => [key, Reflect.get(answer.totals, key)]))
  expect({ measure, asOf: answer.asOf, population, rows: rounded(answer.rows), totals: told }).toEqual({
    measure,
    asOf,
    population: plainPopulation(facts, asOf, where).length,
    rows: rounded(rows),
    totals,
  })
}

describe('over a thousand small counties, in whichever part of them, every measure', () => {
  it('agrees with an independent reading of its definition, and its parts add up to their wholes', () => {
    const summed = new Set<string>()
    fc.assert(
      fc.property(county, anyDay, anyScope, parts, (facts, asOf, scope, drawn) => {
        const evidence = buildEvidence(facts)
        for (const id of measureIds) {
          const asked = askedOf(id, asOf, scope, drawn)
          const answer = ask(findMeasure(id)!, evidence, asked)
          expectAgreement(facts, answer, asked)
          expectSums(answer)
          if (answer.identities.length > 0) summed.add(id)
        }
      }),
      { numRuns: runs(1000) },
    )
    // Goals overlap and their shares add to nothing.
    expect(measureIds.filter((id) => !summed.has(id))).toEqual(['goal-attainment'])
  })

  it('does not depend on the order in which facts came', () => {
    fc.assert(
      fc.property(county, anyDay, anyScope, parts, (facts, asOf, scope, drawn) => {
        const turned = Object.entries(facts).map(([kind, rows]) => [
          kind,
          Array.isArray(rows) && kind !== 'area' ? rows.toReversed() : rows,
        ])
        const [there, back] = [buildEvidence(facts), buildEvidence(Object.fromEntries(turned) as Facts)]
        for (const id of measureIds) {
          const asked = askedOf(id, asOf, scope, drawn)
          expect(ask(findMeasure(id)!, back, asked)).toEqual(ask(findMeasure(id)!, there, asked))
        }
      }),
      { numRuns: runs(300) },
    )
  })
})
