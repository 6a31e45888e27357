import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Facts } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { findMeasure, measureIds, type MeasureId } from '../../../analytics/measures/index.ts'
import type { Answer, Cell } from '../../../analytics/measures/measure.ts'
import { runs } from '../../runs.ts'
import { identities } from '../identities.ts'
import { plainly } from '../oracle-answers.ts'
import { plainPopulation } from '../oracle-population.ts'
import { anyQuestion, askedOf, type Question } from '../questions.ts'

type Told = Answer<object, object>

/** What every measure answers to one question. */
function answersTo({ facts, ...rest }: Question): Readonly<Record<MeasureId, Told>> {
  const evidence = buildEvidence(facts)
  const answers = measureIds.map((id) => [id, ask(findMeasure(id)!, evidence, askedOf(id, rest))])
  return Object.fromEntries(answers) as Record<MeasureId, Told>
}

/** Numbers to nine decimals: two ways of adding differ in the sixteenth. */
const rounded = (rows: readonly object[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(9)) : value]),
    ),
  )

const valueOf = (answer: Told, cell: Cell): number =>
  cell === 'population'
    ? answer.population
    : (Reflect.get(cell.row === 'totals' ? answer.totals : answer.rows[cell.row]!, cell.key) as number)

/** What of an answer must be the same as what: as it says itself, and as the definitions do. */
function sumsOf(id: MeasureId, answers: Readonly<Record<MeasureId, Told>>) {
  const answer = answers[id]
  const sumOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + valueOf(answer, cell), 0)
  return [
    ...answer.identities.map(({ whole, parts }) => [sumOf(parts), valueOf(answer, whole)] as const),
    ...identities[id]((other) => answers[other]),
  ]
}

function expectAgreement(facts: Facts, answer: Told): void {
  const { measure, population, during, where } = answer
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
  // Nineteen measures at once: on a machine that does much else they take minutes.
  it(
    'agrees with an independent reading of its definition, and its parts add up to their wholes',
    { timeout: 600_000 },
    () => {
      const columns = new Set<string>()
      const counting = new Set<string>()
      fc.assert(
        fc.property(anyQuestion, (question) => {
          const answers = answersTo(question)
          for (const id of measureIds) {
            expectAgreement(question.facts, answers[id])
            const sums = sumsOf(id, answers)
            expect({ id, found: sums.map(([found]) => found) }).toEqual({ id, found: sums.map(([, wanted]) => wanted) })
            for (const row of [...answers[id].rows, answers[id].totals])
              for (const [key, value] of Object.entries(row)) {
                columns.add(`${id} ${key}`)
                if (value !== 0 && value !== 'z' && value !== 'x') counting.add(`${id} ${key}`)
              }
          }
        }),
        { numRuns: runs(1000) },
      )
      // Counties in which nothing ever happens would agree about nothing.
      expect([...columns].filter((column) => !counting.has(column))).toEqual([])
    },
  )

  it('does not depend on the order in which facts came', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const turned = Object.entries(question.facts).map(([kind, rows]) => [
          kind,
          Array.isArray(rows) && kind !== 'area' ? rows.toReversed() : rows,
        ])
        expect(answersTo({ ...question, facts: Object.fromEntries(turned) as Facts })).toEqual(answersTo(question))
      }),
      { numRuns: runs(100) },
    )
  })
})
