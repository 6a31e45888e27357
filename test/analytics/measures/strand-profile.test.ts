import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { strandProfile } from '../../../analytics/measures/strand-profile.ts'
import { audit, closedSchool, link, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const curriculum = (known: Parameters<typeof facts>[0], asOf: string) =>
  ask(strandProfile, buildEvidence(facts(known)), { asOf, where: { strand: 'Curriculum music' } }).rows

const none = { focusing: 0, developing: 0, establishing: 0, enhancing: 0, notRated: 0, notAudited: 0 }

describe('strand-profile', () => {
  it("counts an audit under a converted school's old URN for the academy it has become", () => {
    const known = {
      register: [closedSchool(900001, '2021-08-31'), school(900002)],
      links: [link(900001, 900002)],
      audits: [audit(900001, '2020-01-10', 'D - - -')],
    }
    expect(curriculum(known, '2023-01-01')).toEqual([{ strand: 'Curriculum music', ...none, developing: 1 }])
  })

  it('takes, of two audits on one day under two URNs, the one under the higher URN', () => {
    const known = {
      register: [closedSchool(900001, '2021-08-31'), school(900002)],
      links: [link(900001, 900002)],
      audits: [audit(900002, '2021-07-01', 'En - - -'), audit(900001, '2021-07-01', 'F - - -')],
    }
    expect(curriculum(known, '2023-01-01')).toEqual([{ strand: 'Curriculum music', ...none, enhancing: 1 }])
  })

  it('tells a strand that was not rated from a school that was not audited', () => {
    const known = {
      register: [school(900001), school(900002)],
      audits: [audit(900001, '2020-01-10', 'Es - - -'), audit(900001, '2022-01-10', '- - - -')],
    }
    expect(curriculum(known, '2023-01-01')).toEqual([
      { strand: 'Curriculum music', ...none, notRated: 1, notAudited: 1 },
    ])
    expect(curriculum(known, '2022-01-09')).toEqual([
      { strand: 'Curriculum music', ...none, establishing: 1, notAudited: 1 },
    ])
  })

  it('has four rows of nothing for a hub without schools', () => {
    const { rows, population } = ask(strandProfile, buildEvidence(facts({})), { asOf: '2023-01-01', where: {} })
    expect(population).toBe(0)
    expect(rows).toEqual(strands.map((strand) => ({ strand, ...none })))
  })
})
