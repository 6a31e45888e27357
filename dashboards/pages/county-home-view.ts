import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { AwardLadderRow } from '../../analytics/measures/award-ladder.ts'
import type { CoverageRow } from '../../analytics/measures/coverage.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProfileRow } from '../../analytics/measures/strand-profile.ts'
import type { StrandProgressRow } from '../../analytics/measures/strand-progress.ts'
import type { Frame } from '../parts/frame.ts'

/** What the county's page shows: the answers of four measures for the schools and day of the frame. */
export interface CountyHomeView {
  readonly frame: Frame
  readonly coverage: Disclosed<CoverageRow, NoTotals>
  readonly strandProfile: Disclosed<StrandProfileRow, NoTotals>
  readonly strandProgress: Disclosed<StrandProgressRow, NoTotals>
  readonly awardLadder: Disclosed<AwardLadderRow, NoTotals>
}
