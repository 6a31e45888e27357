import { numbersOf } from '../evidence/columns.ts'
import { forever, never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { dayBefore, type SpellKind, type TellSpell } from '../evidence/spells.ts'
import { latestWalk } from '../evidence/standings.ts'
import { reflectionMonths } from '../framework/achieved.ts'
import { awards } from '../framework/award.ts'
import { dayOfNumber } from '../framework/day.ts'
import { firstReaching, monthsLater } from '../framework/months-on.ts'
import { monthOf, monthsAhead } from './due-calendar.ts'
import { reflectionEnds } from './reflection-statuses.ts'

/** What can be due. */
export const dueKinds = ['reflections', 'visits', 'awards', 'reAudits'] as const

/** How long after an audit a school is invited again, in calendar months. */
export const reAuditMonths = 36

const towardsBronze = awards.indexOf('Working towards Bronze')

/** The months in which anything falls due: the first, as `monthOf` numbers them, and how many. */
export const dueMonths = (evidence: Evidence): { readonly first: number; readonly count: number } =>
  kept(evidence, dueMonths, () => {
    const { audits, awards } = evidence
    const [heldOn, followUpOn] = [numbersOf(audits, 'heldOn'), numbersOf(awards, 'followUpOn')]
    let [first, last] = [never, -never]
    const widen = (day: number): void => {
      if (day === never) return
      first = Math.min(first, day)
      last = Math.max(last, day)
    }
    for (const days of [heldOn, numbersOf(awards, 'validUntil'), followUpOn]) days.forEach(widen)
    if (first > last) return { first: 0, count: 0 }
    const [begin, end] = [monthOf(dayOfNumber(first)), monthOf(dayOfNumber(last))]
    // An audit's reflections fall due after it, and another audit last of all.
    return { first: begin, count: end - begin + 1 + reAuditMonths }
  })

/** The cells of what is due: past its day, on it, within the twelve months to come by month, and later. */
export const dueCells = ({ count }: { readonly count: number }, kind: DueKind) => {
  const first = 1 + dueKinds.indexOf(kind) * (3 + count)
  return {
    overdue: first,
    now: first + 1,
    later: first + 2,
    month: (turn: number): number => first + 3 + turn,
  } as const
}

type DueKind = (typeof dueKinds)[number]

/** The cell of follow-up visits of which no day is known. */
export const noVisitDay = 0

/**
 * What is due and how far off, as long as it is open: reflections until their due day, follow-up visits until something is recorded, awards
 * until the next one, audits to be held again until one is; and that a follow-up visit has no day.
 */
export const dueSpells: SpellKind = {
  name: 'due',
  size: (evidence) => 1 + dueKinds.length * (3 + dueMonths(evidence).count),
  tell: (evidence) => {
    const heldOn = numbersOf(evidence.audits, 'heldOn')
    const endsOf = reflectionMonths.map((month) => reflectionEnds(evidence, month))
    const { audits, awards } = evidence.starts
    const walk = latestWalk(evidence)
    const tellAward = awardsDue(evidence)
    const againOn = monthsLater(reAuditMonths)
    const tellDue = dueTeller(evidence)
    return (school, tell) => {
      walk(school, (_, from, until) => tellDue(tell, 'reAudits', from, until, againOn(from)))
      for (let audit = audits[school]!; audit < audits[school + 1]!; audit++)
        for (const ends of endsOf) {
          const { dueOn, returnedOn, withdrawnOn, supersededOn } = ends(school, audit)
          const open = dayBefore(Math.min(returnedOn, withdrawnOn, supersededOn))
          tellDue(tell, 'reflections', heldOn[audit]!, Math.min(dueOn - 1, open), dueOn)
        }
      for (let row = awards[school]!; row < awards[school + 1]!; row++) tellAward(school, row, tell)
    }
  },
}

/** Tells of something that is due on a day, while it is open, how far off it is. */
function dueTeller(evidence: Evidence) {
  const months = dueMonths(evidence)
  const within = firstReaching(monthsAhead)
  const monthOn = new Map<number, number>()
  const turnOf = (day: number): number => {
    const turn = monthOn.get(day) ?? monthOf(dayOfNumber(day)) - months.first
    monthOn.set(day, turn)
    return turn
  }
  const cellsOf = Object.fromEntries(dueKinds.map((kind) => [kind, dueCells(months, kind)])) as Record<
    DueKind,
    ReturnType<typeof dueCells>
  >
  return (tell: TellSpell, kind: DueKind, from: number, until: number, dueOn: number): void => {
    const [cells, near] = [cellsOf[kind], within(dueOn)]
    tell(from, Math.min(until, near - 1), cells.later)
    tell(Math.max(from, near), Math.min(until, dueOn - 1), cells.month(turnOf(dueOn)))
    tell(Math.max(from, dueOn), Math.min(until, dueOn), cells.now)
    tell(Math.max(from, dueOn + 1), until, cells.overdue)
  }
}

function awardsDue(evidence: Evidence) {
  const { awards, starts } = evidence
  const [award, awardOn] = [numbersOf(awards, 'award'), numbersOf(awards, 'awardOn')]
  const [validUntil, followUpOn] = [numbersOf(awards, 'validUntil'), numbersOf(awards, 'followUpOn')]
  const [recordedFrom, tellDue] = [firstRecord(evidence), dueTeller(evidence)]
  return (school: number, row: number, tell: TellSpell): void => {
    const [from, visit] = [awardOn[row]!, followUpOn[row]!]
    const until = row + 1 < starts.awards[school + 1]! ? awardOn[row + 1]! - 1 : forever
    tellDue(tell, 'awards', from, until, validUntil[row]!)
    if (visit === never) {
      if (award[row] === towardsBronze) tell(from, until, noVisitDay)
    } else {
      const open = Math.max(visit, dayBefore(recordedFrom(school, visit, row)))
      tellDue(tell, 'visits', from, Math.min(until, open), visit)
    }
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
