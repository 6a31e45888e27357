import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { AwardLadderRow } from '../../analytics/measures/award-ladder.ts'
import type { GoalAttainmentRow } from '../../analytics/measures/goal-attainment.ts'
import type { Movement } from '../../analytics/measures/movement.ts'
import type { PriorityThemesRow, PriorityThemesTotals } from '../../analytics/measures/priority-themes.ts'
import type { ReflectionsDueRow, ReflectionsDueTotals } from '../../analytics/measures/reflections-due.ts'
import type { PipelineRow, PipelineTotals } from '../../analytics/measures/pipeline.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { CoverageRow } from '../../analytics/measures/coverage.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProfileRow } from '../../analytics/measures/strand-profile.ts'
import type { StrandProgressRow } from '../../analytics/measures/strand-progress.ts'
import type { Frame } from '../parts/frame.ts'

/** A file that waits for somebody to say which schools are meant, and how many names that are doubtful it has. */
export interface DoubtfulFile {
  readonly id: string
  readonly names: number
}

/** What the county's page shows: answers for the schools and day of the frame, and how the numbers came to move. */
export interface CountyHomeView {
  readonly frame: Frame
  readonly coverage: Disclosed<CoverageRow, NoTotals>
  readonly strandProfile: Disclosed<StrandProfileRow, NoTotals>
  readonly strandProgress: Disclosed<StrandProgressRow, NoTotals>
  readonly awardLadder: Disclosed<AwardLadderRow, NoTotals>
  readonly reflectionsDue: Disclosed<ReflectionsDueRow, ReflectionsDueTotals>
  readonly priorityThemes: Disclosed<PriorityThemesRow, PriorityThemesTotals>
  readonly pipeline: Disclosed<PipelineRow, PipelineTotals>
  readonly doubtful: readonly DoubtfulFile[]
  readonly goalAttainment: Disclosed<GoalAttainmentRow, NoTotals>
  /** Since a day a year before, which is told with them. */
  readonly movements: readonly Movement[]
  readonly since: Day
}
