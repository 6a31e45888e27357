import type { Evidence } from '../evidence/evidence.ts'
import { standingCells, standings } from '../evidence/standings.ts'
import type { Day } from '../framework/day.ts'
import { levels } from '../framework/level.ts'
import { strands, type Strand } from '../framework/strand.ts'
import type { Cohort } from './cohort.ts'
import { tallyOf } from './tally.ts'

/** How many schools of a cohort stand where in each strand, in their latest audit. Level codes are 0 (not rated) to 4. */
export interface Standings {
  readonly notAudited: number
  /** Schools audited on one day only, at a level. */
  readonly once: (strand: Strand, now: number) => number
  /** Schools audited again, from a level in the first audit to one in the latest, that can be compared. */
  readonly again: (strand: Strand, first: number, now: number) => number
  /** The same under frameworks that cannot be compared. */
  readonly unlike: (strand: Strand, first: number, now: number) => number
  /** All schools at a level, however often audited. */
  readonly now: (strand: Strand, level: number) => number
  /** Schools of which no strand is below a level, and one at it. */
  readonly lowest: (level: number) => number
}

/** Every level code, not rated first. */
export const levelCodes = [0, ...levels.map((_, at) => at + 1)] as const

/**
 * Counts a cohort's schools by their standings in the latest audit on or before a day. Of two audits on one day under
 * two of a school's URNs, the one under the higher URN counts.
 */
export function standingsOf(evidence: Evidence, cohort: Cohort, asOf: Day): Standings {
  const counts = tallyOf(evidence, standings, cohort, asOf)
  const { again, lowest, now, once, unlike } = standingCells
  return {
    notAudited: cohort.size - levelCodes.reduce((sum, level) => sum + counts[lowest(level)]!, 0),
    once: (strand, now) => counts[once(strands.indexOf(strand), now)]!,
    again: (strand, first, now) => counts[again(strands.indexOf(strand), first, now)]!,
    unlike: (strand, first, now) => counts[unlike(strands.indexOf(strand), first, now)]!,
    now: (strand, level) => now(strands.indexOf(strand), level).reduce((sum, cell) => sum + counts[cell]!, 0),
    lowest: (level) => counts[lowest(level)]!,
  }
}
