import { describe, expect, it } from 'vitest'
import { disclose, NotReleased } from '../../../analytics/disclosure/disclose.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { adviserConsistency } from '../../../analytics/measures/adviser-consistency.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

/** By adviser and phase, how many schools were audited and how many of them are at Establishing. */
const met = [
  ['B. Adviser', 2, 20, 18],
  ['A. Adviser', 2, 20, 2],
  ['A. Adviser', 4, 10, 10],
  [null, 4, 10, 10],
  ['C. Adviser', 2, 9, 0],
] as const

const schools = met.flatMap(([adviser, phase, count, reached]) =>
  Array.from({ length: count }, (_, at) => ({ adviser, phase, isReached: at < reached })),
)

const known = facts({
  register: schools.map(({ phase }, at) => school(900001 + at, { phase })),
  audits: schools.map(({ adviser, isReached }, at) => ({
    ...audit(900001 + at, '2023-01-10', isReached ? 'Es F F F' : 'D F F F'),
    adviser,
  })),
})

const answer = ask(adviserConsistency, buildEvidence(known), {
  asOf: '2026-06-30',
  where: { strand: 'Curriculum music' },
})

describe('adviser-consistency', () => {
  it('expects of each adviser what all advisers found in schools of the same phases', () => {
    // Of 49 primary audits 20 are at Establishing, of 20 secondary audits all.
    expect(answer.rows).toMatchObject([
      { adviser: 'A. Adviser', n: 30, developing: 18, establishing: 12, share: 40, expected: 60.5, standing: 'lower' },
      { adviser: 'B. Adviser', n: 20, share: 90, expected: 40.8, standing: 'higher' },
      { adviser: 'C. Adviser', n: 9, share: 0, expected: 40.8, standing: 'too few to say' },
      { adviser: 'Unknown', n: 10, share: 100, expected: 100, standing: 'as expected' },
    ])
    expect(answer.totals).toEqual({ audits: 69, advisers: 3 })
  })

  it('keeps frameworks apart: levels under another tool say nothing about these', () => {
    const audits = known.audits.map((each) => ({ ...each, framework: each.adviser === 'B. Adviser' ? 'New' : 'Old' }))
    const { rows } = ask(adviserConsistency, buildEvidence({ ...known, audits }), {
      asOf: '2026-06-30',
      where: { strand: 'Curriculum music' },
    })
    expect(rows[1]).toMatchObject({ adviser: 'B. Adviser', expected: 90, standing: 'as expected' })
  })

  it('is told to the hub, and refused in words to councils and schools', () => {
    expect(disclose(answer, 'hub').rows).toHaveLength(4)
    for (const audience of ['council', 'school'] as const) {
      expect(() => disclose(answer, audience)).toThrow(NotReleased)
      expect(() => disclose(answer, audience)).toThrow(
        `Adviser consistency is for moderation within the hub, and is not told to a ${audience}`,
      )
    }
  })
})
