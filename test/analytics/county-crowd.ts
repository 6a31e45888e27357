import fc from 'fast-check'
import type { Facts } from '../../analytics/evidence/facts.ts'
import { levels } from '../../analytics/framework/level.ts'
import { school } from '../../fixtures/story.ts'

/** Numbers from 0 up to 1 that follow from a seed. Source: Numerical Recipes, the quick generator `ranqd1`. */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * The facts with some fifty schools more, nearly all audited, so that a district or an adviser is not too few to say:
 * those of North stand higher the more the seed tilts.
 */
export function withCrowd(facts: Facts, seed: number): Facts {
  const next = dice(seed)
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!
  const tilt = Math.floor(next() * 4)
  const register = Array.from({ length: 50 }, (_, at) =>
    school(900101 + at, {
      la: one(['990', '991']),
      phase: one([2, 2, 2, 4]),
      district: one(['North', 'South']),
      pupils: one([90, 300, 300, 500]),
      urbanRural: one(['A1', 'D1', null]),
    }),
  )
  const audits = register.flatMap(({ urn, district }) =>
    one([['2019-08-31'], ['2020-09-01', '2022-08-31'], ['2021-10-31'], []]).map((heldOn) => ({
      urn,
      heldOn,
      adviser: one(district === 'North' ? ['A. Adviser', 'B. Adviser'] : ['B. Adviser', null]),
      framework: one(['First', 'First', 'First', null]),
      levels: [1, 2, 3, 4]
        .map(() => one([...levels, null].slice(0, 4 + one([0, 1]))) ?? null)
        .map((level) => (level !== null && district === 'North' && next() * 4 < tilt ? 'Enhancing' : level)),
    })),
  )
  return { ...facts, register: [...facts.register, ...register], audits: [...facts.audits, ...audits] }
}

export const seed = fc.nat({ max: 2 ** 31 - 1 })
