import type { Candidate } from '../match/match.ts'
import type { Problem } from '../problem.ts'
import type { Rows } from '../readers/rows.ts'
import type { SheetKind } from '../sheets/sheet.ts'
import type { CellChange } from './cell-change.ts'

/** What can become of a row. */
export const rowOutcomes = ['loaded', 'same', 'changed', 'doubtful', 'problem', 'ignored'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** What became of one row of the file. */
export interface OutcomeRow {
  readonly sheet: string | null
  readonly row: number
  readonly outcome: RowOutcome
  readonly urn: number | null
  /** Schools that a doubtful row may mean; for the first 10,000 such rows of a file. */
  readonly candidates: readonly Candidate[]
  /** Town, postcode and district that a row with candidates gives beside the name, as they stand; absent where none. */
  readonly place?: string
  /** What a row of outcome `changed` changes; for the first 10,000 such rows of a file. */
  readonly changes?: readonly CellChange[]
}

/** What a load did, or would do. `new`, `changed` and `same` count rows of the file. */
export interface Outcome {
  readonly file: string
  readonly kind: SheetKind | null
  readonly receiptId: number | null
  readonly dataVersion: number
  readonly new: number
  readonly changed: number
  readonly same: number
  /** Every row; those of a big file are kept packed, and made when they are asked for. */
  readonly rows: Rows<OutcomeRow>
  /** The first 10,000 problems by tab and row; `problemCount` counts them all. */
  readonly problems: readonly Problem[]
  readonly problemCount: number
  readonly notes: readonly string[]
}
