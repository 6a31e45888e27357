import { expect, it } from 'vitest'
import { buildEvidence } from '../../analytics/evidence/build.ts'
import { warm } from '../../server/warm.ts'
import { factsOf, school } from '../../fixtures/story.ts'

const hubOf = (schools: number) =>
  buildEvidence(factsOf({ register: Array.from({ length: schools }, (_, at) => school(100001 + at)) }))

it('a large hub is asked what its pages will ask, until newer evidence is there; a small one is not', async () => {
  const asked = async (schools: number, turns: number): Promise<number> => {
    let turn = 0
    await warm(hubOf(schools), '2026-01-01', () => ++turn <= turns)
    return turn
  }
  expect(await asked(2000, 3)).toBe(4)
  expect(await asked(10, 3)).toBe(0)
})
