import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { findMeasure, measureIds } from '../../../analytics/measures/index.ts'
import type { Answer, Cell } from '../../../analytics/measures/measure.ts'
import {
  plainAwardLadder,
  plainCoverage,
  plainPopulation,
  plainStrandProfile,
  plainStrandProgress,
  plainTransitionMatrix,
} from '../oracle.ts'
import { runs } from '../../runs.ts'
import { anyDay, anyScope, smallCounty } from '../small-county.ts'

const numRuns = runs(1000)

const askOf = (
  id: string,
  ...[facts, asOf, where, strand]: [Parameters<typeof buildEvidence>[0], string, object, string?]
) => {
  const measure = findMeasure(id)!
  return ask(measure, buildEvidence(facts), {
    asOf,
    where: { ...where, ...(strand === undefined ? {} : { strand }) } as never,
  })
}

const plain = {
  coverage: plainCoverage,
  'strand-profile': plainStrandProfile,
  'strand-progress': plainStrandProgress,
  'award-ladder': plainAwardLadder,
}

describe('over a thousand small counties, an independent reading of the definitions agrees with', () => {
  it.each(Object.entries(plain))('%s', (id, plainly) => {
    fc.assert(
      fc.property(smallCounty, anyDay, anyScope, (facts, asOf, where) => {
        const answer = askOf(id, facts, asOf, where)
        expect(answer.rows).toEqual(plainly(facts, asOf, where))
        expect(answer.population).toBe(plainPopulation(facts, asOf, where).length)
      }),
      { numRuns },
    )
  })

  it('transition-matrix', () => {
    fc.assert(
      fc.property(smallCounty, anyDay, anyScope, fc.constantFrom(...strands), (facts, asOf, where, strand) => {
        const { rows, totals } = askOf('transition-matrix', facts, asOf, where, strand)
        expect({ rows, totals }).toEqual(plainTransitionMatrix(facts, asOf, where, strand))
      }),
      { numRuns },
    )
  })
})

const valueOf = (answer: Answer<object, object>, cell: Cell): number =>
  cell === 'population'
    ? answer.population
    : (Reflect.get(cell.row === 'totals' ? answer.totals : answer.rows[cell.row]!, cell.key) as number)

describe('in every measure', () => {
  it.each(measureIds)('the parts of %s add up to their wholes', (id) => {
    fc.assert(
      fc.property(smallCounty, anyDay, anyScope, fc.constantFrom(...strands), (facts, asOf, where, strand) => {
        const { needs } = findMeasure(id)!
        const answer = askOf(id, facts, asOf, where, needs.includes('strand') ? strand : undefined)
        // Goals overlap and their shares add to nothing.
        expect(answer.identities.length > 0 || id === 'goal-attainment').toBe(true)
        for (const { whole, parts } of answer.identities)
          expect(parts.reduce((sum, part) => sum + valueOf(answer, part), 0)).toBe(valueOf(answer, whole))
      }),
      { numRuns: runs(300) },
    )
  })

  it.each(measureIds)('%s does not depend on the order in which facts came', (id) => {
    fc.assert(
      fc.property(smallCounty, anyDay, fc.constantFrom(...strands), (facts, asOf, strand) => {
        const { needs } = findMeasure(id)!
        const turned = {
          ...facts,
          register: facts.register.toReversed(),
          links: facts.links.toReversed(),
          audits: facts.audits.toReversed(),
          awards: facts.awards.toReversed(),
          reflections: facts.reflections.toReversed(),
          priorities: facts.priorities.toReversed(),
          goals: facts.goals.toReversed(),
          frameworks: facts.frameworks.toReversed(),
        }
        const [a, b] = [facts, turned].map((of) =>
          askOf(id, of, asOf, {}, needs.includes('strand') ? strand : undefined),
        )
        expect(a).toEqual(b)
      }),
      { numRuns: runs(300) },
    )
  })
})
