import type { Day } from '../../../analytics/framework/day.ts'

/** A file that was not loaded, with all that is wrong in it: what is marked and handed back to whoever made it. */
export interface FileProblems {
  readonly fileName: string
  /** The hub that hands it back. */
  readonly organisation: string
  readonly producedOn: Day
  readonly sheets: readonly FileSheet[]
  /** The problems that are told, and how many there are in all. */
  readonly problems: readonly ProblemTold[]
  readonly problemCount: number
  readonly notes: readonly string[]
}

/** One sheet of the file, in its own shape. */
export interface FileSheet {
  /** Null where the file has no sheets. */
  readonly name: string | null
  readonly rows: readonly FileRow[]
  /** The row of its headings; null where they were not found. */
  readonly headRow: number | null
  /** Whether rows without problems are left out, for there are too many. */
  readonly isCut: boolean
}

/** One row, by its number as a spreadsheet shows it. */
export interface FileRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** One problem; it is of the whole sheet where it has no row, and of the whole row where it has no place. */
export interface ProblemTold {
  readonly sheet: string | null
  readonly row: number | null
  /** The heading it is told of; null where it is told of none. */
  readonly column: string | null
  /** The columns it stands in, counted from 0; in the row of the headings, where it has no row. */
  readonly places: readonly number[]
  /** What is wrong, in a few words. */
  readonly what: string
  readonly found: string
  /** What would be accepted, to go on with: `use Focusing, Developing, Establishing or Enhancing`. */
  readonly accepted: string
}
