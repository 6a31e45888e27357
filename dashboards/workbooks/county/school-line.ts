import type { Award } from '../../../analytics/framework/award.ts'
import type { Day } from '../../../analytics/framework/day.ts'
import type { Level } from '../../../analytics/framework/level.ts'
import type { Phase } from '../../../analytics/framework/phase.ts'

/** Where one school stands, by name: for the hub's own eyes only. */
export interface SchoolLine {
  readonly urn: number
  readonly school: string
  readonly council: string
  /** Null where the register does not say. */
  readonly district: string | null
  readonly phase: Phase
  /** Null where the school was not audited on or before the report's day. */
  readonly latestAuditOn: Day | null
  /** The levels of the latest audit, in the order of the strands; null where it did not rate one. */
  readonly levels: readonly (Level | null)[]
  /** The latest award; null where there is none. */
  readonly award: Award | null
  readonly awardValidUntil: Day | null
}
