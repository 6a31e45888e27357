import { numbersOf } from '../../../analytics/evidence/columns.ts'
import { forever, never } from '../../../analytics/evidence/endless.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { nextDays } from './following.ts'
import { monthOf } from './months.ts'
import type { Place } from './place.ts'
import type { Prepared } from './table.ts'

/** Awards with their last valid day, the day of the next one, and when something was recorded from the visit on. */
export function awards(evidence: Evidence, place: Place): Prepared {
  const { awards } = evidence
  const [school, awardOn] = [numbersOf(awards, 'school'), numbersOf(awards, 'awardOn')]
  const [award, validUntil] = [numbersOf(awards, 'award'), numbersOf(awards, 'validUntil')]
  const [nextOn, followUpOn] = [nextDays(school, awardOn), numbersOf(awards, 'followUpOn')]
  const recordedOn = recordings(evidence)
  const answered = Int32Array.from(followUpOn, (visit, row) => (visit === never ? forever : recordedOn(row, visit)))
  return place('award', ['next_on', 'award_on'], school, [
    ['number', 'next_on', (row) => nextOn[row]!],
    ['number', 'award_on', (row) => awardOn[row]!],
    ['number', 'valid_on', (row) => validUntil[row]!],
    ['number', 'valid_month', (row) => monthOf(validUntil[row]!)],
    ['byte', 'award', (row) => award[row]!],
    ['number', 'visit_on', (row) => followUpOn[row]!],
    ['number', 'visit_month', (row) => monthOf(followUpOn[row]!)],
    ['number', 'answered_on', (row) => answered[row]!],
  ])
}

/** Finds the first day from a visit on of which an audit, another award or a returned reflection is recorded. */
function recordings({ audits, awards, reflections, starts }: Evidence): (award: number, visit: number) => number {
  const school = numbersOf(awards, 'school')
  const kinds = [
    [starts.audits, numbersOf(audits, 'heldOn')],
    [starts.awards, numbersOf(awards, 'awardOn')],
    [starts.reflections, numbersOf(reflections, 'returnedOn')],
  ] as const
  return (award, visit) => {
    let first: number = forever
    for (const [begin, days] of kinds)
      for (let row = begin[school[award]!]!; row < begin[school[award]! + 1]!; row++)
        if ((begin !== starts.awards || row !== award) && days[row]! >= visit) first = Math.min(first, days[row]!)
    return first
  }
}
