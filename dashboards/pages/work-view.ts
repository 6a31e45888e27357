import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { DueItem, DueKind } from '../../analytics/measures/due-list.ts'
import type { PipelineRow, PipelineTotals } from '../../analytics/measures/pipeline.ts'
import type { Frame } from '../parts/frame.ts'

/** How many things to do stand on one page. */
export const itemsOnPage = 50

/** What the page of what is due shows: the counts, and one page of those of one time and kind, one by one. */
export interface WorkView {
  readonly frame: Frame
  readonly pipeline: Disclosed<PipelineRow, PipelineTotals>
  /** A row of the pipeline (`when` in the address), and a kind; null for all of them. */
  readonly when: string
  readonly kind: DueKind | null
  readonly page: number
  readonly found: number
  readonly items: readonly DueItem[]
}
