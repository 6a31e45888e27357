import type { Cohort } from '../cohorts/cohort.ts'
import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { reflectionMonths } from '../framework/achieved.ts'
import { dayNumber } from '../framework/day.ts'
import type { Measure } from './measure.ts'

export interface ReflectionsDueRow {
  /** Months after the meeting: 12 or 24. */
  readonly month: number
  readonly notDue: number
  readonly due: number
  readonly overdue: number
  readonly returned: number
  readonly withdrawn: number
  readonly superseded: number
}

export interface ReflectionsDueTotals {
  readonly audits: number
}

type Status = Exclude<keyof ReflectionsDueRow, 'month'>

const statuses = ['notDue', 'due', 'overdue', 'returned', 'withdrawn', 'superseded'] as const satisfies Status[]

/** How many days after its due day a reflection is due and not yet overdue. */
const daysOfGrace = 30

/**
 * For month 12 and month 24, where the reflection of each audit on or before the as-of day stands on that day: every
 * audit of every school of the population has one, two audits of one day one each. It is returned, else withdrawn,
 * else superseded by a newer audit of the school before it was due, else not due yet, due (to 30 days after its due
 * day), or overdue. The six add to the audits. A sheet with no day of return or withdrawal has been neither.
 *
 * Source: the standard sheets, section 3, reflections-due.
 */
export const reflectionsDue: Measure<ReflectionsDueRow, ReflectionsDueTotals> = {
  id: 'reflections-due',
  title: 'Reflections due',
  question: 'Which reflections are due, overdue or returned?',
  needs: [],
  takes: [],
  columns: [
    { key: 'month', label: 'Month', unit: 'months', note: 'calendar months after the meeting', known: true },
    { key: 'notDue', label: 'Not due yet', unit: 'reflections' },
    { key: 'due', label: 'Due', unit: 'reflections', note: 'from the due day to 30 days after it' },
    { key: 'overdue', label: 'Overdue', unit: 'reflections', note: 'more than 30 days after the due day' },
    { key: 'returned', label: 'Returned', unit: 'reflections' },
    { key: 'withdrawn', label: 'Withdrawn', unit: 'reflections' },
    {
      key: 'superseded',
      label: 'Superseded',
      unit: 'reflections',
      note: 'the school was audited again before the due day',
    },
  ],
  totalColumns: [
    { key: 'audits', label: 'Audits', unit: 'audits', note: 'on or before the day, each with a reflection' },
  ],
  notes: ['A reflection falls due 12 and 24 calendar months after its meeting, whether or not a sheet was sent.'],
  fine: true,
  from: ['register', 'links', 'audits', 'reflections'],
  find(evidence, cohort, { asOf }) {
    const day = dayNumber(asOf)
    const rows = reflectionMonths.map((month) => rowOf(evidence, cohort, day, month))
    const audits = statuses.reduce((sum, key) => sum + (rows[0]?.[key] ?? 0), 0)
    return {
      rows,
      totals: { audits },
      identities: rows.map((_, row) => ({
        whole: { row: 'totals', key: 'audits' },
        parts: statuses.map((key) => ({ row, key })),
      })),
    }
  },
}

function rowOf(evidence: Evidence, cohort: Cohort, day: number, month: 12 | 24): ReflectionsDueRow {
  const row = { month, notDue: 0, due: 0, overdue: 0, returned: 0, withdrawn: 0, superseded: 0 }
  const statusOf = statusesOf(evidence, day, month)
  const heldOn = numbersOf(evidence.audits, 'heldOn')
  const starts = evidence.starts.audits
  for (const school of cohort.schools)
    for (let audit = starts[school]!; audit < starts[school + 1]! && heldOn[audit]! <= day; audit++)
      row[statusOf(school, audit)] += 1
  return row
}

/** How the reflection of a school's audit stands on a day. */
function statusesOf({ audits, reflections, starts }: Evidence, day: number, month: 12 | 24) {
  const [heldOn, urn] = [numbersOf(audits, 'heldOn'), numbersOf(audits, 'urn')]
  const dueOn = numbersOf(audits, `due${month}On`)
  const [sheetHeldOn, sheetUrn] = [numbersOf(reflections, 'heldOn'), numbersOf(reflections, 'urn')]
  const sheetMonth = numbersOf(reflections, 'month')
  const [returnedOn, withdrawnOn] = [numbersOf(reflections, 'returnedOn'), numbersOf(reflections, 'withdrawnOn')]

  const isOf = (audit: number) => (sheet: number) =>
    sheetMonth[sheet] === month && sheetHeldOn[sheet] === heldOn[audit] && sheetUrn[sheet] === urn[audit]
  // The school's audits stand by day: the next on a later day is the first newer one.
  const supersededIn = (audit: number, end: number): boolean => {
    let next = audit + 1
    while (next < end && heldOn[next] === heldOn[audit]) next++
    return next < end && heldOn[next]! < dueOn[audit]! && heldOn[next]! <= day
  }
  return (school: number, audit: number): Status => {
    const sheet = firstBetween(starts.reflections[school]!, starts.reflections[school + 1]!, isOf(audit))
    if (sheet !== undefined && returnedOn[sheet]! <= day) return 'returned'
    if (sheet !== undefined && withdrawnOn[sheet]! <= day) return 'withdrawn'
    if (supersededIn(audit, starts.audits[school + 1]!)) return 'superseded'
    const late = day - dueOn[audit]!
    return late < 0 ? 'notDue' : late <= daysOfGrace ? 'due' : 'overdue'
  }
}

/** The first row from `start` up to, not with, `end` that is looked for. */
function firstBetween(start: number, end: number, wanted: (row: number) => boolean): number | undefined {
  for (let row = start; row < end; row++) if (wanted(row)) return row
  return undefined
}
