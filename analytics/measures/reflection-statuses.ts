import { numbersOf } from '../evidence/columns.ts'
import { forever, never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayBefore, type SpellKind } from '../evidence/spells.ts'
import { reflectionMonths } from '../framework/achieved.ts'

/** How a reflection can stand on a day. */
export const reflectionStatuses = ['notDue', 'due', 'overdue', 'returned', 'withdrawn', 'superseded'] as const

type Status = (typeof reflectionStatuses)[number]

/** How many days after its due day a reflection is due and not yet overdue. */
export const daysOfGrace = 30

/** The cell of the reflections of a month that stand in that way. */
export const statusCell = (month: 12 | 24, status: Status): number =>
  reflectionMonths.indexOf(month) * reflectionStatuses.length + reflectionStatuses.indexOf(status)

/** How the reflection of each month stands, for each audit, from the day of the audit on. */
export const reflectionSpells: SpellKind = {
  name: 'reflections',
  size: () => reflectionMonths.length * reflectionStatuses.length,
  tell: (evidence) => {
    const heldOn = numbersOf(evidence.audits, 'heldOn')
    const endsOf = reflectionMonths.map((month) => ({ month, ends: reflectionEnds(evidence, month) }))
    const starts = evidence.starts.audits
    return (school, tell) => {
      for (let audit = starts[school]!; audit < starts[school + 1]!; audit++)
        for (const { month, ends } of endsOf) {
          const { dueOn, returnedOn, withdrawnOn, supersededOn } = ends(school, audit)
          const held = heldOn[audit]!
          const told = (status: Status, from: number, until: number): void =>
            tell(Math.max(held, from), until, statusCell(month, status))
          const open = dayBefore(Math.min(returnedOn, withdrawnOn, supersededOn))
          told('notDue', held, Math.min(dueOn - 1, open))
          told('due', dueOn, Math.min(dueOn + daysOfGrace, open))
          told('overdue', dueOn + daysOfGrace + 1, open)
          if (supersededOn !== never) told('superseded', supersededOn, dayBefore(Math.min(returnedOn, withdrawnOn)))
          if (withdrawnOn !== never) told('withdrawn', withdrawnOn, dayBefore(returnedOn))
          if (returnedOn !== never) told('returned', returnedOn, forever)
        }
    }
  },
}

/** When the reflection of an audit falls due, and what ends its waiting; `never` where nothing does. */
export function reflectionEnds({ audits, reflections, starts }: Evidence, month: 12 | 24) {
  const [heldOn, urn] = [numbersOf(audits, 'heldOn'), numbersOf(audits, 'urn')]
  const due = numbersOf(audits, `due${month}On`)
  const [sheetHeldOn, sheetUrn] = [numbersOf(reflections, 'heldOn'), numbersOf(reflections, 'urn')]
  const sheetMonth = numbersOf(reflections, 'month')
  const [returned, withdrawn] = [numbersOf(reflections, 'returnedOn'), numbersOf(reflections, 'withdrawnOn')]

  const sheetOf = (school: number, audit: number): number | undefined => {
    for (let sheet = starts.reflections[school]!; sheet < starts.reflections[school + 1]!; sheet++)
      if (sheetMonth[sheet] === month && sheetHeldOn[sheet] === heldOn[audit] && sheetUrn[sheet] === urn[audit])
        return sheet
    return undefined
  }
  /** The school's audits stand by day: the next on a later day is the first newer one. */
  const supersededIn = (audit: number, end: number): number => {
    let next = audit + 1
    while (next < end && heldOn[next] === heldOn[audit]) next++
    return next < end && heldOn[next]! < due[audit]! ? heldOn[next]! : never
  }
  return (school: number, audit: number) => {
    const sheet = sheetOf(school, audit)
    return {
      dueOn: due[audit]!,
      returnedOn: sheet === undefined ? never : returned[sheet]!,
      withdrawnOn: sheet === undefined ? never : withdrawn[sheet]!,
      supersededOn: supersededIn(audit, starts.audits[school + 1]!),
    }
  }
}
