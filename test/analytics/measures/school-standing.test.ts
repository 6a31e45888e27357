import { describe, expect, it } from 'vitest'
import { disclose } from '../../../analytics/disclosure/disclose.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import type { Where } from '../../../analytics/measures/measure.ts'
import { schoolStanding } from '../../../analytics/measures/school-standing.ts'
import { audit, closedSchool, link, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const known = facts({
  register: [
    ...[1, 2, 3, 4, 5].map((at) => school(900000 + at)),
    school(900006, { phase: 4 }),
    closedSchool(900009, '2020-08-31'),
  ],
  links: [link(900009, 900001)],
  audits: [
    audit(900001, '2023-01-10', 'D F F -', 'First'),
    audit(900002, '2023-01-10', 'D F F F', 'First'),
    audit(900003, '2023-01-10', 'En F F F', 'First'),
    audit(900004, '2023-01-10', '- F F F', 'First'),
    audit(900006, '2023-01-10', 'F F F F', 'Other'),
  ],
})

const standing = (where: Where) =>
  ask(schoolStanding, buildEvidence(known), { asOf: '2026-06-30', where: { strand: 'Curriculum music', ...where } })

describe('school-standing', () => {
  it('says, for any school, how many are above, level and below, framework by framework', () => {
    const { rows, totals } = standing({})
    expect(rows).toHaveLength(8)
    expect(rows[1]).toEqual({
      framework: 'First',
      strand: 'Curriculum music',
      level: 'Developing',
      above: 1,
      levelWith: 2,
      below: 0,
      notComparable: 1,
      notRated: 1,
      notAudited: 1,
    })
    expect(rows[4]).toMatchObject({ framework: 'Other', level: 'Focusing', levelWith: 1, notComparable: 3 })
    expect(totals).toEqual({ peers: 6 })
  })

  it('says, for one school by any of its URNs, how it stands among the others of its phase', () => {
    for (const urn of [900001, 900009]) {
      const { rows, totals } = standing({ school: urn })
      expect(rows).toMatchObject([{ level: 'Developing', above: 1, levelWith: 1, below: 0, notComparable: 0 }])
      expect(totals).toEqual({ peers: 4 })
    }
  })

  it('has no row for a school that is not rated, not audited or not there', () => {
    expect(standing({ school: 900001, strand: 'Community and partnerships' }).rows).toEqual([])
    expect(standing({ school: 900005 })).toMatchObject({ rows: [], totals: { peers: 4 } })
    expect(standing({ school: 900001, phase: 'Secondary' })).toMatchObject({ rows: [], totals: { peers: 0 } })
  })

  it('is, of one school, for the hub alone', () => {
    expect(() => disclose(standing({ school: 900001 }), 'council')).toThrow(/by school is for the hub alone/)
    expect(disclose(standing({}), 'council').rows).toEqual([])
  })
})
