import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import type { Cohort } from './cohort.ts'

/** No audit. */
export const none = -1

/**
 * The row of each school's latest audit on or before a day, beside the schools of the cohort; `none` for a school
 * without. Of two audits on one day under two of its URNs, the one under the higher URN counts.
 */
export function latestAudits(evidence: Evidence, { schools, size }: Cohort, asOf: Day): Int32Array {
  const day = dayNumber(asOf)
  const heldOn = numbersOf(evidence.audits, 'heldOn')
  const starts = evidence.starts.audits
  const latest = new Int32Array(size)
  for (let at = 0; at < size; at++) {
    const start = starts[schools[at]!]!
    let audit = starts[schools[at]! + 1]! - 1
    while (audit >= start && heldOn[audit]! > day) audit--
    latest[at] = audit >= start ? audit : none
  }
  return latest
}
