import type { Disclosed } from '../../../analytics/disclosure/disclose.ts'
import type { SchoolLine } from '../../../analytics/cohorts/school-lines.ts'
import type { AcademicYear } from '../../../analytics/framework/academic-year.ts'
import type { Day } from '../../../analytics/framework/day.ts'
import type { AwardLadderRow } from '../../../analytics/measures/award-ladder.ts'
import type { CohortProgressRow, CohortProgressTotals } from '../../../analytics/measures/cohort-progress.ts'
import type { CoverageRow } from '../../../analytics/measures/coverage.ts'
import type { GoalAttainmentRow } from '../../../analytics/measures/goal-attainment.ts'
import type { NoTotals } from '../../../analytics/measures/measure.ts'
import type {
  ReflectionOutcomesRow,
  ReflectionOutcomesTotals,
} from '../../../analytics/measures/reflection-outcomes.ts'
import type { ReflectionsDueRow, ReflectionsDueTotals } from '../../../analytics/measures/reflections-due.ts'
import type { StrandProfileRow } from '../../../analytics/measures/strand-profile.ts'
import type { StrandProgressRow } from '../../../analytics/measures/strand-progress.ts'
import type { TimeToAwardRow, TimeToAwardTotals } from '../../../analytics/measures/time-to-award.ts'
import type { Comment } from '../commentary-sheet.ts'
import type { Matrix } from './matrix-sheet.ts'

/** What a county report is made of: answers to one audience, of one area, on one day, at one data version. */
export interface CountyReport {
  readonly hub: string
  /** `Whole hub area`, or a council's name. */
  readonly scope: string
  readonly asOf: Day
  readonly academicYear: AcademicYear
  readonly producedOn: Day
  /** Whom to ask, in a sentence; null where nobody is named. */
  readonly contact: string | null
  readonly coverage: Disclosed<CoverageRow, NoTotals>
  readonly profile: Disclosed<StrandProfileRow, NoTotals>
  readonly progress: Disclosed<StrandProgressRow, NoTotals>
  /** One a strand, in the order of the strands. */
  readonly matrices: readonly Matrix[]
  readonly awards: Disclosed<AwardLadderRow, NoTotals>
  /** Null for every audience but the hub: nothing of them could be shown. */
  readonly cohorts: Disclosed<CohortProgressRow, CohortProgressTotals> | null
  /** How long schools wait for Bronze; null as above. */
  readonly timeToBronze: Disclosed<TimeToAwardRow, TimeToAwardTotals> | null
  /** Null as above, with the two that follow. */
  readonly reflectionsDue: Disclosed<ReflectionsDueRow, ReflectionsDueTotals> | null
  readonly outcomes: Disclosed<ReflectionOutcomesRow, ReflectionOutcomesTotals> | null
  readonly goals: Disclosed<GoalAttainmentRow, NoTotals> | null
  /** What was remarked on its figures in its academic year, for its readers. */
  readonly commentary: readonly Comment[]
  /** The names of councils by LA code. */
  readonly councils: ReadonlyMap<string, string>
  /** Null for every audience but the hub. */
  readonly schools: readonly SchoolLine[] | null
}
