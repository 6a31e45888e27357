import type { AcademicYear } from '../../../analytics/framework/academic-year.ts'
import type { Day } from '../../../analytics/framework/day.ts'
import type { ReturnFigure } from '../../../analytics/returns/figures.ts'
import type { ReturnProfile } from '../../../analytics/returns/profile.ts'

/** What a return's own workbook is made of: nothing in it names a school or a person. */
export interface ReturnReport {
  readonly hub: string
  readonly profile: ReturnProfile
  readonly year: AcademicYear
  /** 1 for the first; a re-issue says why. */
  readonly issue: number
  readonly reason: string
  readonly dataVersion: number
  readonly extractOn: Day | null
  /** Null where it is a draft that nobody has approved. */
  readonly approvedOn: Day | null
  readonly producedOn: Day
  readonly figures: readonly ReturnFigure[]
  /** The figures of the issue before; null for a first issue. */
  readonly before: readonly ReturnFigure[] | null
  /** What is written for each narrative, by its id. */
  readonly texts: ReadonlyMap<string, string>
  /** What was remarked on the figures and may be told to others. */
  readonly commentary: readonly string[]
  /** The names of councils by LA code. */
  readonly councils: ReadonlyMap<string, string>
}
