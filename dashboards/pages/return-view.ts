import type { AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { Figure } from '../../analytics/framework/mark.ts'
import type { Parts } from '../../analytics/returns/change.ts'
import type { Finding } from '../../analytics/returns/check.ts'
import type { ReturnFigure } from '../../analytics/returns/figures.ts'
import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import type { FormError } from '../parts/form.ts'
import type { Frame } from '../parts/frame.ts'

/** One issue of a return in a line. */
export interface ReturnLine {
  readonly id: number
  readonly title: string
  readonly recipient: string
  readonly year: AcademicYear
  readonly issue: number
  readonly state: 'draft' | 'approved' | 'frozen'
  readonly dataVersion: number
}

/** What the page of all returns shows. */
export interface ReturnsView {
  readonly frame: Frame
  readonly token: string
  readonly issues: readonly ReturnLine[]
  readonly profiles: readonly Pick<ReturnProfile, 'id' | 'title' | 'recipient'>[]
  readonly typed: Readonly<Record<'profile' | 'year', string>>
  readonly errors: readonly FormError[]
}

/** A figure with the addresses of where its number and what it is of come from; null where nothing is behind them. */
export interface FigureLine extends ReturnFigure {
  readonly numberHref: string | null
  readonly denominatorHref: string | null
}

/** Something that was done to a return: when, and the name of who did it. */
export interface Done {
  readonly what: string
  readonly at: string
  readonly by: string
}

/** What the page of one return shows. */
export interface ReturnView extends ReturnLine {
  readonly frame: Frame
  readonly token: string
  readonly profile: ReturnProfile
  readonly reason: string
  /** The issue that it takes the place of, by its number; null for a first issue. */
  readonly reissues: number | null
  readonly history: readonly Done[]
  readonly figures: readonly FigureLine[]
  readonly before: readonly ReturnFigure[] | null
  readonly findings: readonly Finding[]
  readonly texts: ReadonlyMap<string, string>
  readonly remarks: readonly { readonly text: string; readonly measure: string; readonly writtenAt: string }[]
  readonly files: readonly { readonly name: string; readonly hash: string }[]
  /** The name of its own workbook as OpenDocument; null where nothing writes it. */
  readonly openDocument: string | null
  /** The name of the recipient's template that is filled in; null where none is loaded. */
  readonly template: string | null
  readonly newest: number
  readonly others: readonly ReturnLine[]
  readonly councils: ReadonlyMap<string, string>
  readonly errors: readonly FormError[]
}

/** A figure of two returns, and why it moved. */
export interface ChangeLine {
  readonly title: string
  readonly part: string
  readonly before: Figure | null
  readonly after: Figure | null
  readonly parts: Parts | null
}

/** What the page of what moved between two returns shows. */
export interface ChangesView {
  readonly frame: Frame
  readonly from: ReturnLine
  readonly to: ReturnLine
  readonly changes: readonly ChangeLine[]
  readonly loads: readonly { readonly receiptId: number; readonly fileName: string; readonly undoes: number | null }[]
}
