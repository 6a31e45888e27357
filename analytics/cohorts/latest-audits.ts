import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import type { Cohort } from './cohort.ts'

/** No audit. */
export const none = -1

/**
 * Finds the row of a school's latest audit on or before a day, `none` without one. Of two audits on one day under two
 * of its URNs, the one under the higher URN counts.
 */
export function latestAuditOn({ audits, starts }: Evidence, asOf: Day): (school: number) => number {
  const [day, heldOn] = [dayNumber(asOf), numbersOf(audits, 'heldOn')]
  return (school) => {
    const start = starts.audits[school]!
    let audit = starts.audits[school + 1]! - 1
    while (audit >= start && heldOn[audit]! > day) audit--
    return audit >= start ? audit : none
  }
}

/** The row of each school's latest audit, beside the schools of the cohort. */
export function latestAudits(evidence: Evidence, { schools, size }: Cohort, asOf: Day): Int32Array {
  const latestOf = latestAuditOn(evidence, asOf)
  const latest = new Int32Array(size)
  for (let at = 0; at < size; at++) latest[at] = latestOf(schools[at]!)
  return latest
}
