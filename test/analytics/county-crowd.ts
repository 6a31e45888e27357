import type { Facts } from '../../analytics/evidence/facts.ts'
import { levels, type Level } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { school } from '../../fixtures/story.ts'
import { dice } from './county-dice.ts'

/**
 * The facts with some sixty schools more, nearly all audited, so that a district or an adviser is not too few to say:
 * how often those of each district stand high follows from the seed.
 */
export function withCrowd(facts: Facts, seed: number): Facts {
  const { next, one } = dice(seed)
  const chances = { North: one([0, 0.3, 0.6, 0.9, 1]), South: one([0.1, 0.3, 0.6, 0.9]) }
  const levelIn = (district: 'North' | 'South'): Level | null =>
    next() < 0.1 ? null : one(next() < chances[district] ? levels.slice(2) : levels.slice(0, 2))
  const schools = Array.from({ length: 60 }, (_, at) => ({
    urn: 900101 + at,
    district: one(['North', 'South', 'South'] as const),
  }))
  return {
    ...facts,
    register: [
      ...facts.register,
      ...schools.map(({ urn, district }) =>
        school(urn, {
          la: one(['990', '991']),
          phase: one([2, 2, 2, 4]),
          district,
          pupils: one([90, 300, 300, 500]),
          urbanRural: one(['A1', 'D1', null]),
        }),
      ),
    ],
    goals: [1, 2, 3].map((number) => ({
      goal: `Goal ${number}`,
      title: 'A goal',
      function: null,
      measure: 'coverage',
      wanted: one(['Audited', 'Audited', 'Re-audited', 'Focusing', 'Establishing']),
      strand: one([strands[0], strands[1], null]),
      population: one(['All', '990', 'Primary']),
      baselinePercent: one([0, 20, null]),
      baselineYear: 2019,
      targetPercent: one([33.33, 50, 66.65, 90, 100]),
      targetYear: 2023,
    })),
    audits: [
      ...facts.audits,
      ...schools.flatMap(({ urn, district }) =>
        one([['2019-03-01'], ['2019-02-28', '2022-08-31'], ['2020-02-29'], []]).map((heldOn) => ({
          urn,
          heldOn,
          adviser: one(district === 'North' ? ['A. Adviser', 'B. Adviser'] : ['B. Adviser', 'B. Adviser', null]),
          framework: one(['First', 'First', 'First', 'First', null]),
          levels: [0, 1, 2, 3].map(() => levelIn(district)),
        })),
      ),
    ],
  }
}
