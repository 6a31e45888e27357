import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayNumber, type Day } from '../framework/day.ts'

/** One school through time: the URN that speaks for it on a day, and all its URNs, last first. */
export interface SchoolThroughTime {
  readonly speaker: number
  readonly urns: readonly number[]
}

/** The row of the school to which a URN belongs, or null for a URN the register does not know. */
export function schoolRow({ urns }: Evidence, urn: number): number | null {
  const row = numbersOf(urns, 'urn').indexOf(urn)
  return row === -1 ? null : numbersOf(urns, 'school')[row]!
}

/**
 * The school to which a URN belongs, or null for a URN the register does not know. The URN that speaks for it is one
 * open that day with fewest links to the end of its chain, or the last of the chain if none is open.
 */
export function findSchool(evidence: Evidence, urn: number, asOf: Day): SchoolThroughTime | null {
  const { urns, starts } = evidence
  const school = schoolRow(evidence, urn)
  if (school === null) return null
  const urnOf = numbersOf(urns, 'urn')
  const [openFrom, openUntil] = [numbersOf(urns, 'openFrom'), numbersOf(urns, 'openUntil')]
  const rows = Array.from(
    { length: starts.urns[school + 1]! - starts.urns[school]! },
    (_, at) => starts.urns[school]! + at,
  )
  const day = dayNumber(asOf)
  const speaking = rows.find((at) => openFrom[at]! <= day && openUntil[at]! >= day) ?? rows[0]!
  return { speaker: urnOf[speaking]!, urns: rows.map((at) => urnOf[at]!) }
}
