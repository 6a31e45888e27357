import { numbersOf } from '../evidence/columns.ts'
import { forever, never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { dayBefore, type SpellKind } from '../evidence/spells.ts'
import { latestWalk } from '../evidence/standings.ts'
import { reflectionMonths } from '../framework/achieved.ts'
import { awards } from '../framework/award.ts'
import { addMonths, dayNumber, dayOfNumber } from '../framework/day.ts'
import { reflectionEnds } from './reflection-statuses.ts'

/** What can be due. */
export const dueKinds = ['reflections', 'visits', 'awards', 'reAudits'] as const

/** How long after an audit a school is invited again, in calendar months. */
export const reAuditMonths = 36

const towardsBronze = awards.indexOf('Working towards Bronze')

/** All days on which anything falls due, earliest first. */
export const dueDays = (evidence: Evidence): Int32Array =>
  kept(evidence, 'due days', () => {
    const { audits, awards } = evidence
    const againOn = monthsLater(reAuditMonths)
    const columns = [
      numbersOf(audits, 'due12On'),
      numbersOf(audits, 'due24On'),
      numbersOf(audits, 'heldOn').map(againOn),
      numbersOf(awards, 'validUntil'),
      numbersOf(awards, 'followUpOn').filter((day) => day !== never),
    ]
    return Int32Array.from(new Set(columns.flatMap((days) => [...new Set(days)]))).toSorted()
  })

/** The cell of what is due on a day, by the place of the day among all. */
export const dueCell = (kind: (typeof dueKinds)[number], place: number): number =>
  1 + place * dueKinds.length + dueKinds.indexOf(kind)

/** The cell of follow-up visits of which no day is known. */
export const noVisitDay = 0

/**
 * What is due, as long as it is: reflections until their due day, follow-up visits until something is recorded, awards
 * until the next one, audits to be held again until one is; and that a follow-up visit has no day.
 */
export const dueSpells: SpellKind = {
  name: 'due',
  size: (evidence) => dueCell('reflections', dueDays(evidence).length),
  tell: (evidence) => {
    const heldOn = numbersOf(evidence.audits, 'heldOn')
    const endsOf = reflectionMonths.map((month) => reflectionEnds(evidence, month))
    const { audits, awards } = evidence.starts
    const walk = latestWalk(evidence)
    const tellAward = awardsDue(evidence)
    const againOn = monthsLater(reAuditMonths)
    const cellOf = dueCells(evidence)
    return (school, tell) => {
      walk(school, (_, from, until) => tell(from, until, cellOf('reAudits', againOn(from))))
      for (let audit = audits[school]!; audit < audits[school + 1]!; audit++)
        for (const ends of endsOf) {
          const { dueOn, returnedOn, withdrawnOn, supersededOn } = ends(school, audit)
          const open = dayBefore(Math.min(returnedOn, withdrawnOn, supersededOn))
          tell(heldOn[audit]!, Math.min(dueOn - 1, open), cellOf('reflections', dueOn))
        }
      for (let row = awards[school]!; row < awards[school + 1]!; row++) tellAward(school, row, tell)
    }
  },
}

/** Finds the cell of what is due on a day. */
function dueCells(evidence: Evidence) {
  const places = new Map([...dueDays(evidence)].map((day, place) => [day, place]))
  return (kind: (typeof dueKinds)[number], dueOn: number): number => dueCell(kind, places.get(dueOn) ?? 0)
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
  const [recordedFrom, cellOf] = [firstRecord(evidence), dueCells(evidence)]
  return (school: number, row: number, tell: (from: number, until: number, cell: number) => void): void => {
    const [from, visit] = [awardOn[row]!, followUpOn[row]!]
    const until = row + 1 < starts.awards[school + 1]! ? awardOn[row + 1]! - 1 : forever
    tell(from, until, cellOf('awards', validUntil[row]!))
    if (visit === never) {
      if (award[row] === towardsBronze) tell(from, until, noVisitDay)
    } else
      tell(from, Math.min(until, Math.max(visit, dayBefore(recordedFrom(school, visit, row)))), cellOf('visits', visit))
  }
}

/** Finds the first day from a day on of which an audit, another award or a returned reflection of a school is recorded. */
export function firstRecord({ audits, awards, reflections, starts }: Evidence) {
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
