import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { again, once, standingCodes, unlike } from '../evidence/standings.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { levels } from '../framework/level.ts'
import { strands, type Strand } from '../framework/strand.ts'
import type { Cohort } from './cohort.ts'

/** How many schools of a cohort stand where in each strand, in their latest audit. Level codes are 0 (not rated) to 4. */
export interface Standings {
  readonly notAudited: number
  /** Schools audited on one day only, at a level. */
  readonly once: (strand: Strand, now: number) => number
  /** Schools audited again, from a level in the first audit to one in the latest, that can be compared. */
  readonly again: (strand: Strand, first: number, now: number) => number
  /** The same under frameworks that cannot be compared. */
  readonly unlike: (strand: Strand, first: number, now: number) => number
}

/** Every level code, not rated first. */
export const levelCodes = [0, ...levels.map((_, at) => at + 1)] as const

/**
 * Counts a cohort's schools by their standings in the latest audit on or before a day. Of two audits on one day under
 * two of a school's URNs, the one under the higher URN counts.
 *
 * All four strands are counted in one walk: the walk to each school's latest audit costs more than the counting.
 */
export function standingsOf(evidence: Evidence, { schools, size }: Cohort, asOf: Day): Standings {
  const day = dayNumber(asOf)
  const heldOn = numbersOf(evidence.audits, 'heldOn')
  const standing = numbersOf(evidence.standings, 'standing')
  const starts = evidence.starts.audits
  const [a, b, c, d] = [0, 1, 2, 3].map(() => new Uint32Array(256)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  let notAudited = 0
  for (let at = 0; at < size; at++) {
    const school = schools[at]!
    const start = starts[school]!
    let audit = starts[school + 1]! - 1
    while (audit >= start && heldOn[audit]! > day) audit--
    if (audit < start) {
      notAudited++
      continue
    }
    const bytes = standing[audit]!
    a[bytes & 255]! += 1
    b[(bytes >>> 8) & 255]! += 1
    c[(bytes >>> 16) & 255]! += 1
    d[bytes >>> 24]! += 1
  }
  const counts = [a, b, c, d].map((column) => column.subarray(0, standingCodes))
  const of = (strand: Strand, code: number): number => counts[strands.indexOf(strand)]?.[code] ?? 0
  return {
    notAudited,
    once: (strand, now) => of(strand, once(now)),
    again: (strand, first, now) => of(strand, again(first, now)),
    unlike: (strand, first, now) => of(strand, unlike(first, now)),
  }
}
