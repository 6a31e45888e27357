import { expect, it } from 'vitest'
import { findSchool } from '../../analytics/cohorts/find-school.ts'
import { buildEvidence } from '../../analytics/evidence/build.ts'
import type { Framework } from '../../analytics/evidence/facts.ts'
import { audit, factsOf, school } from '../../fixtures/story.ts'
import type { JourneyRows } from '../../server/queries/journey.ts'
import { journeyOf } from '../../server/routes/school-journey.ts'

const framework = (name: string, inUseFrom: string | null, comparableWith: readonly string[]): Framework => ({
  framework: name,
  inUseFrom,
  phases: [],
  comparableWith,
})

it('compares a school’s audits by the frameworks in use on their days, where an audit names none', () => {
  const urn = 900001
  const audits = [
    audit(urn, '2018-12-03', 'F F F F'),
    audit(urn, '2021-10-20', 'D D D D', 'First'),
    audit(urn, '2023-03-21', 'D D D D'),
    audit(urn, '2025-03-21', 'En En En En'),
  ]
  const frameworks = [
    framework('First', null, []),
    framework('Second', '2022-09-01', ['First']),
    framework('Third', '2024-09-01', []),
  ]
  const evidence = buildEvidence({ ...factsOf({ register: [school(urn)], audits }), frameworks })
  const none: Omit<JourneyRows, 'register' | 'audits'> = {
    ratings: [],
    awards: [],
    priorities: [],
    reflections: [],
    answers: [],
    years: [],
    fsm: [],
  }
  const rows = { register: [school(urn)], audits, ...none } as unknown as JourneyRows
  const journey = journeyOf(rows, findSchool(evidence, urn, '2026-06-30')!, evidence, '2026-06-30')
  expect(journey.audits.map(({ heldOn, comparable }) => [heldOn, comparable])).toEqual([
    ['2018-12-03', false],
    ['2021-10-20', true],
    ['2023-03-21', true],
    ['2025-03-21', false],
  ])
})
