import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProfileRow } from '../../analytics/measures/strand-profile.ts'
import type { StrandProgressRow } from '../../analytics/measures/strand-progress.ts'
import type { TransitionMatrixRow, TransitionMatrixTotals } from '../../analytics/measures/transition-matrix.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'

/** What a strand's page shows: the answers of three measures, each asked of this strand. */
export interface StrandView {
  readonly frame: Frame
  readonly strand: Strand
  readonly strandProfile: Disclosed<StrandProfileRow, NoTotals>
  readonly strandProgress: Disclosed<StrandProgressRow, NoTotals>
  readonly transitionMatrix: Disclosed<TransitionMatrixRow, TransitionMatrixTotals>
}

/** A strand's page: its levels, its movement, and from which level to which schools moved. */
export const strandPage = (view: StrandView): Html =>
  framed(view.frame, view.strand, html`<h1 class="govuk-heading-xl">${view.strand}</h1>`)
