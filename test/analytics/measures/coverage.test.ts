import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { coverage } from '../../../analytics/measures/coverage.ts'
import { audit, award, closedSchool, link, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const rated = 'F F F F'

const known = facts({
  register: [
    closedSchool(900001, '2021-08-31'),
    school(900002),
    school(900003),
    school(900004, { la: '991' }),
    school(900005, { type: 11 }),
    school(900006, { la: '992' }),
    school(900007, { status: 4 }),
  ],
  links: [link(900001, 900002)],
  audits: [audit(900001, '2020-01-10', rated), audit(900002, '2023-01-10', rated), audit(900005, '2020-01-10', rated)],
  awards: [{ ...award(900001, '2020-02-01', 'Working towards Bronze'), followUpOn: '2020-11-01' }],
  reflections: [
    {
      urn: 900004,
      heldOn: '2020-01-10',
      month: 12,
      sentOn: null,
      returnedOn: '2021-02-01',
      withdrawnOn: null,
      achieved: [],
    },
  ],
})

const covered = (asOf: string, where = {}, during?: number) =>
  ask(coverage, buildEvidence(known), { asOf, where, ...(during === undefined ? {} : { during }) }).rows[0]

describe('coverage', () => {
  it('counts schools through time, state-funded, open and of the area; a returned reflection is engagement', () => {
    expect(covered('2023-06-01')).toEqual({
      population: 3,
      engaged: 2,
      audited: 1,
      reAudited: 1,
      neverEngaged: 1,
      notAudited: 2,
    })
  })

  it('counts only what had happened by the day', () => {
    expect(covered('2021-01-31')).toMatchObject({ engaged: 1, audited: 1, reAudited: 0 })
    expect(covered('2020-01-09')).toMatchObject({ engaged: 0, audited: 0 })
  })

  it('counts a council by its own schools', () => {
    expect(covered('2023-06-01', { council: '991' })).toMatchObject({ population: 1, engaged: 1, audited: 0 })
  })

  it('counts as engaged, for one academic year, by the audits, follow-up visits and reflections of that year', () => {
    expect(covered('2026-06-30', {}, 2019)).toMatchObject({ engaged: 1, audited: 1, reAudited: 0 })
    expect(covered('2026-06-30', {}, 2020)).toMatchObject({ engaged: 2, audited: 1, reAudited: 0 })
    expect(covered('2026-06-30', {}, 2021)).toMatchObject({ engaged: 0, neverEngaged: 3, audited: 1, reAudited: 0 })
    expect(covered('2026-06-30', {}, 2022)).toMatchObject({ engaged: 1, audited: 1, reAudited: 1 })
  })

  it('speaks, for one academic year, as of its last day', () => {
    const answer = ask(coverage, buildEvidence(known), { asOf: '2026-06-30', where: {}, during: 2020 })
    expect(answer).toMatchObject({ asOf: '2021-08-31', during: 2020 })
  })
})
