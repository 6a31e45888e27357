import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayNumber, type Day } from '../framework/day.ts'

/** One school through time: the URN that speaks for it on a day, and all its URNs, last first. */
export interface SchoolThroughTime {
  readonly speaker: number
  readonly urns: readonly number[]
}

/**
 * The school to which a URN belongs, or null for a URN the register does not know. The URN that speaks for it is one
 * open that day with fewest links to the end of its chain, or the last of the chain if none is open.
 */
export function findSchool({ urns, starts, schools }: Evidence, urn: number, asOf: Day): SchoolThroughTime | null {
  const [urnOf, schoolOf] = [numbersOf(urns, 'urn'), numbersOf(urns, 'school')]
  const [openFrom, openUntil] = [numbersOf(urns, 'openFrom'), numbersOf(urns, 'openUntil')]
  const row = urnOf.indexOf(urn)
  if (row === -1 || schools.numRows === 0) return null
  const school = schoolOf[row]!
  const rows = Array.from(
    { length: starts.urns[school + 1]! - starts.urns[school]! },
    (_, at) => starts.urns[school]! + at,
  )
  const day = dayNumber(asOf)
  const speaking = rows.find((at) => openFrom[at]! <= day && openUntil[at]! >= day) ?? rows[0]!
  return { speaker: urnOf[speaking]!, urns: rows.map((at) => urnOf[at]!) }
}
