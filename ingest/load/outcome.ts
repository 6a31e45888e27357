import type { Candidate } from '../match/match.ts'
import type { Problem } from '../problem.ts'
import type { SheetKind } from '../sheets/sheet.ts'

export type RowOutcome = 'loaded' | 'same' | 'changed' | 'doubtful' | 'problem' | 'ignored'

/** What became of one row of the file. */
export interface OutcomeRow {
  readonly sheet: string | null
  readonly row: number
  readonly outcome: RowOutcome
  readonly urn: number | null
  readonly candidates: readonly Candidate[]
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
  readonly rows: readonly OutcomeRow[]
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
}

/** Nothing of a refused file is loaded, so no row of it says so. */
export const refused = (row: OutcomeRow): OutcomeRow =>
  row.outcome === 'loaded' || row.outcome === 'changed' ? { ...row, outcome: 'ignored' } : row

const count = (rows: readonly OutcomeRow[], outcome: RowOutcome): number =>
  rows.filter((row) => row.outcome === outcome).length

/** The counts of an outcome's rows. */
export const countsOf = (rows: readonly OutcomeRow[]): Pick<Outcome, 'new' | 'changed' | 'same'> => ({
  new: count(rows, 'loaded'),
  changed: count(rows, 'changed'),
  same: count(rows, 'same'),
})
