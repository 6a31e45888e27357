import type { Note } from '../note.ts'
import type { Problem } from '../problem.ts'
import type { Rows } from './rows.ts'

/** One row of a file, with its number as a spreadsheet shows it. */
export interface GridRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** Something to say of how a cell was read; `place` is where in its row it stands, from 0. */
export interface CellRemark {
  readonly row: number
  readonly place: number
  readonly text: string
}

/** A cell that holds nothing that can be read, though it is not blank. */
export interface CellFault {
  readonly row: number
  readonly place: number
  readonly found: string
  readonly accepted: string
}

/** Cells of one row that are shown as one, from the first to the last of their places. */
export interface Span {
  readonly row: number
  readonly from: number
  readonly to: number
}

/** The rows of one sheet as they stand, in an array or packed; `sheet` is null where a file has no sheets. */
export interface Grid<Kept extends Rows<GridRow> = readonly GridRow[]> {
  readonly sheet: string | null
  readonly rows: Kept
  readonly notes: readonly Note[]
  readonly problems: readonly Problem[]
  readonly remarks: readonly CellRemark[]
  readonly faults: readonly CellFault[]
  /** Where the format shows cells as one; only the first of each has a text. */
  readonly spans?: readonly Span[]
}

/** The rows of one sheet, whichever way they are kept. */
export type AnyGrid = Grid<Rows<GridRow>>

/** All sheets of a file, with what is to be said of the file as a whole. */
export interface Grids<Kept extends Rows<GridRow> = readonly GridRow[]> {
  readonly grids: readonly Grid<Kept>[]
  readonly notes: readonly Note[]
  readonly problems: readonly Problem[]
}
