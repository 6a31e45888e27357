import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../analytics/evidence/facts.ts'
import { headlinesOf } from '../../../dashboards/pages/headlines.ts'
import { audit, factsOf, school } from '../../../fixtures/story.ts'
import { few, notAudited, oneSchool, typical } from '../answers.ts'
import { countyView } from '../views.ts'

const sentences = (facts: Facts, audience: 'hub' | 'council' = 'hub') =>
  headlinesOf(countyView(facts, audience)).map((sentence) =>
    String(sentence)
      .replaceAll(/<\/?strong>/g, '')
      .replaceAll(/\s+/g, ' '),
  )

/** The typical schools thrice over, so that enough are audited again to be compared. */
const thrice: Facts = {
  ...typical,
  register: [0, 100, 200].flatMap((by) => typical.register.map(({ urn }) => school(urn + by))),
  audits: [0, 100, 200].flatMap((by) => typical.audits.map((audit) => ({ ...audit, urn: audit.urn + by }))),
}

describe('the headlines', () => {
  it('are at most six, and say what is so and of how many', () => {
    expect(sentences(thrice)).toEqual([
      '48 of 72 schools (66.7%) have been audited; 24 have never engaged with the hub.',
      '27 of 48 audited schools (56.3%) have been audited again.',
      'Establishing or above is most common in Co-curricular: 27 of 48 audited schools (56.3%); least common in Community and partnerships, 6.',
      'Levels have risen most often in Curriculum music: in 18 of 27 re-audited schools (66.7%).',
      'Levels have fallen most often in Curriculum music and in Co-curricular: in 3 of 27 re-audited schools (11.1%) each.',
      '7 of 72 schools (9.7%) hold a valid Bronze, Silver or Gold award; in 7 more, the last award has lapsed.',
    ])
  })

  it('compare no strands among fewer than ten schools', () => {
    expect(sentences(oneSchool)).toEqual([
      '1 of 1 school (100.0%) has been audited.',
      '0 of 1 audited school (0.0%) have been audited again.',
      '1 of 1 school (100.0%) holds a valid Bronze, Silver or Gold award.',
    ])
    expect(sentences(typical).filter((sentence) => sentence.startsWith('Levels'))).toEqual([])
  })

  it('name no strand where more than two share the place', () => {
    const alike = factsOf({
      register: Array.from({ length: 12 }, (_, at) => school(900001 + at)),
      audits: Array.from({ length: 12 }, (_, at) => audit(900001 + at, '2024-01-10', 'Es Es Es Es')),
    })
    expect(sentences(alike).filter((sentence) => sentence.startsWith('Establishing'))).toEqual([])
  })

  it('say nothing that is suppressed', () => {
    expect(sentences(few, 'council')).toEqual([])
    expect(sentences(notAudited)[0]).toBe(
      '0 of 10 schools (0.0%) have been audited; 10 have never engaged with the hub.',
    )
  })
})
