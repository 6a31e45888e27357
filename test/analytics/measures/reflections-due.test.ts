import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Facts } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { reflectionsDue } from '../../../analytics/measures/reflections-due.ts'
import { audit, closedSchool, link, reflection, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const rated = 'F F F F'

/** Where the reflection of month 12 of one meeting stands. */
const stands = (asOf: string, rest: Partial<Facts> = {}, where = {}) => {
  const known = facts({ register: [school(900001)], audits: [audit(900001, '2023-01-10', rated)], ...rest })
  return ask(reflectionsDue, buildEvidence(known), { asOf, where }).rows[0]
}

describe('reflections-due', () => {
  it('is not due before its day, due from that day to 30 days after, then overdue', () => {
    expect(stands('2024-01-09')).toMatchObject({ month: 12, notDue: 1, due: 0 })
    expect(stands('2024-01-10')).toMatchObject({ notDue: 0, due: 1 })
    expect(stands('2024-02-09')).toMatchObject({ due: 1, overdue: 0 })
    expect(stands('2024-02-10')).toMatchObject({ due: 0, overdue: 1 })
  })

  it('falls due on the last day of a shorter month', () => {
    const leap = { audits: [audit(900001, '2020-02-29', rated)] }
    expect(stands('2021-02-27', leap)).toMatchObject({ notDue: 1 })
    expect(stands('2021-02-28', leap)).toMatchObject({ due: 1 })
  })

  it('is returned or withdrawn from that day on, returned before all else', () => {
    const sheet = reflection(900001, '2023-01-10', 12, { returnedOn: '2024-03-01', withdrawnOn: '2023-12-01' })
    const rest = { reflections: [sheet] }
    expect(stands('2023-11-30', rest)).toMatchObject({ notDue: 1 })
    expect(stands('2024-02-29', rest)).toMatchObject({ withdrawn: 1 })
    expect(stands('2024-03-01', rest)).toMatchObject({ returned: 1, withdrawn: 0 })
  })

  it('is superseded by an audit before its due day, once that is held, and not by one on the due day', () => {
    const second = (heldOn: string) => ({ audits: [audit(900001, '2023-01-10', rated), audit(900001, heldOn, rated)] })
    expect(stands('2023-12-31', second('2024-01-09'))).toMatchObject({ notDue: 1 })
    expect(stands('2024-01-09', second('2024-01-09'))).toMatchObject({ superseded: 1, notDue: 1 })
    expect(stands('2024-01-10', second('2024-01-10'))).toMatchObject({ due: 1, notDue: 1, superseded: 0 })
  })

  it('is one for each of two audits of a day, and each sheet belongs to its own', () => {
    const rest = {
      register: [closedSchool(900001, '2023-08-31'), school(900002)],
      links: [link(900001, 900002)],
      audits: [audit(900001, '2023-01-10', rated), audit(900002, '2023-01-10', rated)],
      reflections: [
        reflection(900001, '2023-01-10', 12, { returnedOn: '2024-01-01' }),
        reflection(900002, '2023-01-10', 24, { returnedOn: '2024-01-01' }),
      ],
    }
    expect(stands('2024-06-01', rest)).toMatchObject({ returned: 1, overdue: 1, superseded: 0 })
  })

  it('counts the schools asked about, and audits held by the day', () => {
    const two = {
      register: [school(900001), school(900002, { la: '991' })],
      audits: [audit(900001, '2023-01-10', rated), audit(900002, '2023-05-10', rated)],
    }
    expect(stands('2023-05-09', two)).toMatchObject({ notDue: 1 })
    expect(stands('2023-05-10', two)).toMatchObject({ notDue: 2 })
    expect(stands('2023-05-10', two, { council: '991' })).toMatchObject({ notDue: 1 })
  })
})
