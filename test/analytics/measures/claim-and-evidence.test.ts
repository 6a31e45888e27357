import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Facts, Priority } from '../../../analytics/evidence/facts.ts'
import type { Strand } from '../../../analytics/framework/strand.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { claimAndEvidence } from '../../../analytics/measures/claim-and-evidence.ts'
import { audit, reflection, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const priority = (number: number, strand: Strand | null): Priority => ({
  urn: 900001,
  heldOn: '2020-01-10',
  priority: number,
  strand,
  theme: null,
  sorted: null,
  needs: false,
  offered: false,
})

const known: Partial<Facts> = {
  register: [school(900001)],
  audits: [audit(900001, '2020-01-10', 'F D Es -'), audit(900001, '2022-01-10', 'D D D F')],
  priorities: [priority(1, 'Curriculum music'), priority(2, 'Leadership and Management'), priority(3, null)],
  reflections: [
    reflection(900001, '2020-01-10', 12, {
      returnedOn: '2021-02-01',
      achieved: ['Fully achieved', 'Mostly achieved', 'Started'],
    }),
  ],
}

/** The rows that count anything. */
const claims = (rest: Partial<Facts> = {}, asOf = '2026-06-30') =>
  ask(claimAndEvidence, buildEvidence(facts({ ...known, ...rest })), { asOf, where: {} }).rows.filter(
    ({ up, same, down, notComparable, notYet, noStrand }) => up + same + down + notComparable + notYet + noStrand > 0,
  )

describe('claim-and-evidence', () => {
  it('sets each claim beside the movement of its strand by the next audit', () => {
    expect(claims()).toMatchObject([
      { month: 12, claim: 'Started', noStrand: 1 },
      { month: 12, claim: 'Mostly achieved', down: 1, up: 0 },
      { month: 12, claim: 'Fully achieved', up: 1, down: 0 },
    ])
  })

  it('waits for an audit on a later day than the return, and looks no further than the day asked about', () => {
    const returned = (returnedOn: string) =>
      claims({ reflections: [reflection(900001, '2020-01-10', 12, { returnedOn, achieved: ['Started', null, null] })] })
    expect(returned('2022-01-09')).toMatchObject([
      { claim: 'Started', up: 1 },
      { claim: 'Not answered', down: 1 },
    ])
    expect(returned('2022-01-10')).toMatchObject([
      { claim: 'Started', notYet: 1 },
      { claim: 'Not answered', notYet: 1 },
    ])
    expect(claims({}, '2021-12-31')).toMatchObject([{ noStrand: 1 }, { notYet: 1 }, { notYet: 1 }])
    expect(claims({}, '2021-01-31')).toEqual([])
  })

  it('does not compare a strand not rated both times, nor frameworks that cannot be compared', () => {
    const priorities = [priority(1, 'Community and partnerships')]
    expect(claims({ priorities })).toMatchObject([{ claim: 'Fully achieved', notComparable: 1 }])
    const audits = [audit(900001, '2020-01-10', 'F F F F', 'First'), audit(900001, '2022-01-10', 'D D D D', 'Third')]
    expect(claims({ priorities, audits })).toMatchObject([{ notComparable: 1, up: 0 }])
  })
})
