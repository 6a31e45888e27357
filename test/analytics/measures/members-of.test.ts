import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { populationOf } from '../../../analytics/cohorts/population.ts'
import { numbersOf } from '../../../analytics/evidence/columns.ts'
import { ask, dated } from '../../../analytics/measures/ask.ts'
import { measureIds, measures } from '../../../analytics/measures/index.ts'
import { isSum, membersOf, rowName } from '../../../analytics/measures/members-of.ts'
import type { Asked, Measure } from '../../../analytics/measures/measure.ts'
import { runs } from '../../runs.ts'
import { anyDay, anyScope, smallCounty } from '../small-county.ts'

const numRuns = runs(60)
const needed = { strand: 'Co-curricular', award: 'Bronze' } as const

type Answered = Pick<ReturnType<typeof ask<object, object>>, 'rows' | 'totals'>

/** Every figure of an answer that is a sum over schools, with its place. */
function figuresOf(measure: Measure<object, object>, { rows, totals }: Answered) {
  const of = (row: object, name: string, columns: typeof measure.columns) =>
    columns
      .filter((column) => isSum(column) && typeof Reflect.get(row, column.key) === 'number')
      .map(({ key }) => ({ row: name, column: key, figure: Number(Reflect.get(row, key)) }))
  return [
    ...rows.flatMap((row) => of(row, rowName(measure.columns, row), measure.columns)),
    ...of(totals, 'totals', measure.totalColumns),
  ]
}

/** What each school that a measure counts has of a figure when it is asked about alone; none that has nothing. */
function alone(measure: Measure<object, object>, evidence: ReturnType<typeof buildEvidence>, given: Asked) {
  const asked = dated(measure, given)
  const { asOf, where } = asked
  const { schools, urns } = measure.counted?.(evidence, asOf, where) ?? populationOf(evidence, asOf, where)
  return Array.from(schools, (school, at) => {
    const cohort = { size: 1, schools: schools.subarray(at, at + 1), urns: urns.subarray(at, at + 1) }
    const figures = figuresOf(measure, measure.find(evidence, cohort, asked))
    return {
      school,
      urn: urns[at]!,
      has: new Map(figures.map(({ row, column, figure }) => [`${row} ${column}`, figure])),
    }
  })
}

const anyAsked = fc.tuple(smallCounty, anyDay, anyScope, fc.boolean())

/** The same counties every day, of which one at least has something of each measure, where chance may leave it out. */
const known = fc.sample(anyAsked, { seed: 1, numRuns: 100 })

describe('every figure is the sum of what each of its schools has alone', () => {
  it.each(measureIds)('%s', (id) => {
    const measure: Measure<object, object> = measures[id]
    const where = Object.fromEntries(measure.needs.map((need) => [need, needed[need]]))
    const answerOf = ([facts, asOf, scope, isDuring]: (typeof known)[number]) => {
      const evidence = buildEvidence(facts)
      const during = isDuring && measure.takes.includes('during') ? { during: Number(asOf.slice(0, 4)) } : {}
      const asked: Asked = { asOf, ...during, where: { ...scope, ...where } }
      return { evidence, asked, figures: figuresOf(measure, ask(measure, evidence, asked)) }
    }
    const example = known.find((each) => answerOf(each).figures.some(({ figure }) => figure > 0))
    expect(example).toBeDefined()
    fc.assert(
      fc.property(anyAsked, (drawn) => {
        const { evidence, asked, figures } = answerOf(drawn)
        const each = alone(measure, evidence, asked)
        expect(new Set(figures.map(({ row, column }) => `${row} ${column}`)).size).toBe(figures.length)
        for (const { row, column, figure } of figures) {
          const members = membersOf(measure, evidence, asked, { row, column })
          expect(members.reduce((sum, member) => sum + member.figure, 0)).toBe(figure)
          const parts = each.map(({ school, urn, has }) => ({ school, urn, figure: has.get(`${row} ${column}`) ?? 0 }))
          expect(members).toEqual(parts.filter((part) => part.figure > 0))
        }
      }),
      { numRuns, examples: [[example!]] },
    )
  })
})

describe('the schools of a figure', () => {
  it('are those that a person would find: of the population, every school; of the engaged, the rest of the never engaged', () => {
    fc.assert(
      fc.property(smallCounty, anyDay, (facts, asOf) => {
        const evidence = buildEvidence(facts)
        const schoolsOf = (column: string) =>
          membersOf(measures.coverage, evidence, { asOf, where: {} }, { row: '', column }).map(({ school }) => school)
        const { schools } = populationOf(evidence, asOf, {})
        expect(schoolsOf('population')).toEqual([...schools])
        const [engaged, rest] = [schoolsOf('engaged'), schoolsOf('neverEngaged')]
        expect([...engaged, ...rest].toSorted((a, b) => a - b)).toEqual([...schools].toSorted((a, b) => a - b))
        const on = numbersOf(evidence.schools, 'engagedOn')
        expect(rest.every((school) => engaged.every((other) => on[other]! < on[school]!))).toBe(true)
      }),
      { numRuns },
    )
  })

  it('cannot be told of what is no sum: a percentage, a share, those at risk together', () => {
    const evidence = buildEvidence(fc.sample(smallCounty, { numRuns: 1, seed: 1 })[0]!)
    const asked = { asOf: '2023-08-31', where: { award: 'Bronze' } } as const
    const of = (id: 'goal-attainment' | 'time-to-award', column: string) => () =>
      membersOf(measures[id], evidence, asked, { row: '', column })
    expect(of('goal-attainment', 'value')).toThrow('not a sum over schools: value')
    expect(of('time-to-award', 'survival')).toThrow('not a sum over schools: survival')
    expect(of('time-to-award', 'atRisk')).toThrow('not a sum over schools: atRisk')
    expect(of('time-to-award', 'nonsense')).toThrow('not a sum over schools: nonsense')
  })
})
