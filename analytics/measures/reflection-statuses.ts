import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'

/** How a reflection can stand on a day. */
export const reflectionStatuses = ['notDue', 'due', 'overdue', 'returned', 'withdrawn', 'superseded'] as const

type Status = (typeof reflectionStatuses)[number]

/** How many days after its due day a reflection is due and not yet overdue. */
const daysOfGrace = 30

/**
 * Tells how the reflection of a month stands on a day, and the day number on which it falls due, for each audit of these
 * schools by then.
 */
export function tellReflections(
  evidence: Evidence,
  schools: Uint32Array,
  day: number,
  month: 12 | 24,
  tell: (status: Status, dueOn: number) => void,
): void {
  const statusOf = statusesOf(evidence, day, month)
  const [heldOn, dueOn] = [numbersOf(evidence.audits, 'heldOn'), numbersOf(evidence.audits, `due${month}On`)]
  const starts = evidence.starts.audits
  for (const school of schools)
    for (let audit = starts[school]!; audit < starts[school + 1]! && heldOn[audit]! <= day; audit++)
      tell(statusOf(school, audit), dueOn[audit]!)
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
