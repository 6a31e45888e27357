import { latestAudits, none } from '../cohorts/latest-audits.ts'
import { populationOf, type Scope } from '../cohorts/population.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { keptLast } from '../evidence/kept-last.ts'
import { reflectionMonths } from '../framework/achieved.ts'
import { awards } from '../framework/award.ts'
import { addMonths, dayNumber, dayOfNumber, type Day } from '../framework/day.ts'
import { calendarFrom } from './due-calendar.ts'
import { firstRecord, reAuditMonths, type dueKinds } from './due-spells.ts'
import { daysOfGrace, reflectionEnds } from './reflection-statuses.ts'

export type DueKind = (typeof dueKinds)[number]

/** Something that is due from one school. It names the school: for those entitled to names only. */
export interface DueItem {
  readonly kind: DueKind
  /** The row of `pipeline` that counts it: `Overdue`, `Due now`, a month, `Later`. */
  readonly when: string
  readonly dueOn: Day
  readonly urn: number
  readonly name: string
  readonly district: string | null
  /** Of its latest audit; null where none is named. */
  readonly adviser: string | null
  /** What it is, where its kind does not say it: `After 12 months`, `Silver`. */
  readonly what: string
}

/** Everything that is open on a day in the schools of a scope, earliest first: what `pipeline` counts, one by one. */
export const dueList = (evidence: Evidence, asOf: Day, scope: Scope): readonly DueItem[] =>
  keptLast(evidence, 'due list', JSON.stringify([asOf, scope]), () => itemsOf(evidence, asOf, scope))

function itemsOf(evidence: Evidence, asOf: Day, scope: Scope): readonly DueItem[] {
  const cohort = populationOf(evidence, asOf, scope)
  const latest = latestAudits(evidence, cohort, asOf)
  const [named, at] = [namesIn(evidence), calendarFrom(asOf)]
  const openOf = [reflectionsOpen(evidence, asOf), awardsOpen(evidence, asOf)] as const
  const heldOn = numbersOf(evidence.audits, 'heldOn')
  const items: DueItem[] = []
  cohort.schools.forEach((school, place) => {
    const audit = latest[place]!
    const about = { ...named.school(cohort.urns[place]!), adviser: audit === none ? null : named.adviser(audit) }
    const again = audit === none ? [] : [reAuditOf(dayOfNumber(heldOn[audit]!))]
    for (const { kind, what, dueOn, graceDays } of [...openOf.flatMap((open) => open(school)), ...again]) {
      const row = at.at(dueOn)
      const today = dayNumber(asOf)
      const when = dueOn <= today && dueOn + graceDays >= today ? 'Due now' : (at.names[row] ?? 'Later')
      items.push({ kind, what, when, dueOn: dayOfNumber(dueOn), ...about })
    }
  })
  return items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.urn - b.urn))
}

/** Something open, by the number of its day, and how many days after it it is not overdue yet. */
interface Open {
  readonly kind: DueKind
  readonly what: string
  readonly dueOn: number
  readonly graceDays: number
}

const reAuditOf = (heldOn: Day): Open => ({
  kind: 'reAudits',
  what: '',
  dueOn: dayNumber(addMonths(heldOn, reAuditMonths)),
  graceDays: 0,
})

function namesIn({ urns, audits }: Evidence) {
  const word = (table: 'name' | 'district') => {
    const [codes, words] = [codesOf(urns, table), wordsOf(urns, table)]
    return (row: number): string => words[codes[row]!] ?? ''
  }
  const [urn, name, district] = [numbersOf(urns, 'urn'), word('name'), word('district')]
  const [adviser, advisers] = [codesOf(audits, 'adviser'), wordsOf(audits, 'adviser')]
  return {
    school: (row: number) => ({ urn: urn[row]!, name: name(row), district: district(row) || null }),
    adviser: (row: number) => advisers[adviser[row]!] || null,
  }
}

/** Finds the reflections of a school that are neither returned, withdrawn nor superseded on a day. */
function reflectionsOpen(evidence: Evidence, asOf: Day): (school: number) => readonly Open[] {
  const [day, starts, heldOn] = [dayNumber(asOf), evidence.starts.audits, numbersOf(evidence.audits, 'heldOn')]
  const endsOf = reflectionMonths.map((month) => ({ month, ends: reflectionEnds(evidence, month) }))
  return (school) => {
    const open: Open[] = []
    for (let audit = starts[school]!; audit < starts[school + 1]! && heldOn[audit]! <= day; audit++)
      for (const { month, ends } of endsOf) {
        const { dueOn, returnedOn, withdrawnOn, supersededOn } = ends(school, audit)
        if (Math.min(returnedOn, withdrawnOn, supersededOn) > day)
          open.push({ kind: 'reflections', what: `After ${month} months`, dueOn, graceDays: daysOfGrace })
      }
    return open
  }
}

/** Finds when the newest award of a school lapses, and the follow-up visit that it names, where none is recorded. */
function awardsOpen(evidence: Evidence, asOf: Day): (school: number) => readonly Open[] {
  const [day, recordedFrom] = [dayNumber(asOf), firstRecord(evidence)]
  const [award, awardOn] = [numbersOf(evidence.awards, 'award'), numbersOf(evidence.awards, 'awardOn')]
  const [validUntil, followUpOn] = [numbersOf(evidence.awards, 'validUntil'), numbersOf(evidence.awards, 'followUpOn')]
  const starts = evidence.starts.awards
  return (school) => {
    let row = starts[school + 1]! - 1
    while (row >= starts[school]! && awardOn[row]! > day) row--
    if (row < starts[school]!) return []
    const [what, visit] = [awards[award[row]!] ?? '', followUpOn[row]!]
    const lapse: Open = { kind: 'awards', what, dueOn: validUntil[row]!, graceDays: 0 }
    const isOpen = visit !== never && (day <= visit || recordedFrom(school, visit, row) > day)
    return isOpen ? [lapse, { kind: 'visits', what, dueOn: visit, graceDays: 0 }] : [lapse]
  }
}
