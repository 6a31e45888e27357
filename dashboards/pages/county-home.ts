import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { AwardLadderRow } from '../../analytics/measures/award-ladder.ts'
import type { CoverageRow } from '../../analytics/measures/coverage.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProfileRow } from '../../analytics/measures/strand-profile.ts'
import type { StrandProgressRow } from '../../analytics/measures/strand-progress.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'

/** What the county's page shows: the answers of four measures for the schools and day of the frame. */
export interface CountyHomeView {
  readonly frame: Frame
  readonly coverage: Disclosed<CoverageRow, NoTotals>
  readonly strandProfile: Disclosed<StrandProfileRow, NoTotals>
  readonly strandProgress: Disclosed<StrandProgressRow, NoTotals>
  readonly awardLadder: Disclosed<AwardLadderRow, NoTotals>
}

/** The county's page: who is reached, where the strands stand, how they moved, and the awards held. */
export const countyHomePage = (view: CountyHomeView): Html =>
  framed(view.frame, 'County', html`<h1 class="govuk-heading-xl">County</h1>`)
