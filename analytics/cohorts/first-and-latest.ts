import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import type { Cohort } from './cohort.ts'

/** No audit. */
export const none = -1

/** The rows of a cohort's first and latest audits, beside its schools; `none` for a school never audited. */
export interface FirstAndLatest {
  readonly first: Int32Array
  readonly latest: Int32Array
}

/**
 * The first and latest audits on or before a day. Of two audits on one day under two of a school's URNs, the one
 * under the higher URN counts; a school audited on one day only has the same row twice.
 */
export function firstAndLatest(evidence: Evidence, cohort: Cohort, asOf: Day): FirstAndLatest {
  const day = dayNumber(asOf)
  const heldOn = numbersOf(evidence.audits, 'heldOn')
  const starts = evidence.starts.audits
  const first = new Int32Array(cohort.size).fill(none)
  const latest = new Int32Array(cohort.size).fill(none)
  for (let at = 0; at < cohort.size; at++) {
    const school = cohort.schools[at]!
    const start = starts[school]!
    let last = starts[school + 1]! - 1
    while (last >= start && heldOn[last]! > day) last--
    if (last < start) continue
    let earliest = start
    while (earliest < last && heldOn[earliest + 1] === heldOn[start]) earliest++
    first[at] = earliest
    latest[at] = last
  }
  return { first, latest }
}
