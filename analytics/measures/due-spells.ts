import { numbersOf } from '../evidence/columns.ts'
import { forever, never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayBefore, type SpellKind } from '../evidence/spells.ts'
import { latestWalk } from '../evidence/standings.ts'
import { reflectionMonths } from '../framework/achieved.ts'
import { awards } from '../framework/award.ts'
import { addMonths, dayNumber, dayOfNumber } from '../framework/day.ts'
import { reflectionEnds } from './reflection-statuses.ts'

/** What can be due; `noVisitDay` is a visit of which no day is known. */
const kinds = ['reflections', 'visits', 'awards', 'reAudits', 'noVisitDay'] as const
type Kind = (typeof kinds)[number]

/** How many kinds there are. */
export const dueKinds = kinds.length

/** Days are told apart from this one on; what was due before it is as overdue as can be. */
const firstDay = dayNumber('1900-01-01')
const lastDay = dayNumber('9999-12-31')

/** How long after an audit a school is invited again, in calendar months. */
const reAuditMonths = 36

const towardsBronze = awards.indexOf('Working towards Bronze')

/** Room for the kinds in a cell, a power of two: taking a cell apart must cost nothing. */
const room = 8

const dueCell = (kind: Kind, dueOn: number): number => Math.max(0, dueOn - firstDay) * room + kinds.indexOf(kind)

/** The place of what is due among the kinds. */
export const dueKindOf = (cell: number): number => cell & (room - 1)

/** The number of the day on which it is due. */
export const dueOnOf = (cell: number): number => firstDay + (cell >>> 3)

/**
 * What is due, as long as it is: reflections until their due day, follow-up visits until something is recorded, awards
 * until the next one, audits to be held again until one is; and that a follow-up visit has no day.
 */
export const dueSpells: SpellKind = {
  name: 'due',
  size: () => dueCell('noVisitDay', lastDay) + 1,
  tell: (evidence) => {
    const heldOn = numbersOf(evidence.audits, 'heldOn')
    const endsOf = reflectionMonths.map((month) => reflectionEnds(evidence, month))
    const { audits, awards } = evidence.starts
    const walk = latestWalk(evidence)
    const tellAward = awardsDue(evidence)
    const againOn = monthsLater(reAuditMonths)
    return (school, tell) => {
      walk(school, (_, from, until) => tell(from, until, dueCell('reAudits', againOn(from))))
      for (let audit = audits[school]!; audit < audits[school + 1]!; audit++)
        for (const ends of endsOf) {
          const { dueOn, returnedOn, withdrawnOn, supersededOn } = ends(school, audit)
          const open = dayBefore(Math.min(returnedOn, withdrawnOn, supersededOn))
          tell(heldOn[audit]!, Math.min(dueOn - 1, open), dueCell('reflections', dueOn))
        }
      for (let row = awards[school]!; row < awards[school + 1]!; row++) tellAward(school, row, tell)
    }
  },
}

/** The day that many months after another, by their numbers; each is worked out once. */
function monthsLater(months: number): (day: number) => number {
  const known = new Map<number, number>()
  return (day) => {
    const later = known.get(day) ?? dayNumber(addMonths(dayOfNumber(day), months))
    known.set(day, later)
    return later
  }
}

function awardsDue(evidence: Evidence) {
  const { awards, starts } = evidence
  const [award, awardOn] = [numbersOf(awards, 'award'), numbersOf(awards, 'awardOn')]
  const [validUntil, followUpOn] = [numbersOf(awards, 'validUntil'), numbersOf(awards, 'followUpOn')]
  const recordedFrom = firstRecord(evidence)
  return (school: number, row: number, tell: (from: number, until: number, cell: number) => void): void => {
    const [from, visit] = [awardOn[row]!, followUpOn[row]!]
    const until = row + 1 < starts.awards[school + 1]! ? awardOn[row + 1]! - 1 : forever
    tell(from, until, dueCell('awards', validUntil[row]!))
    if (visit === never) {
      if (award[row] === towardsBronze) tell(from, until, dueCell('noVisitDay', lastDay))
    } else
      tell(
        from,
        Math.min(until, Math.max(visit, dayBefore(recordedFrom(school, visit, row)))),
        dueCell('visits', visit),
      )
  }
}

/** Finds the first day from a day on of which an audit, another award or a returned reflection of a school is recorded. */
function firstRecord({ audits, awards, reflections, starts }: Evidence) {
  const records = [
    [starts.audits, numbersOf(audits, 'heldOn')],
    [starts.awards, numbersOf(awards, 'awardOn')],
    [starts.reflections, numbersOf(reflections, 'returnedOn')],
  ] as const
  return (school: number, since: number, award: number): number => {
    let first = never
    for (const [begin, days] of records)
      for (let row = begin[school]!; row < begin[school + 1]!; row++)
        if (days[row]! >= since && days[row]! < first && !(begin === starts.awards && row === award)) first = days[row]!
    return first
  }
}
