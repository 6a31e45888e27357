import type { Note } from '../note.ts'
import type { Problem } from '../problem.ts'

/** One row of a file, with its number as a spreadsheet shows it. */
export interface GridRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The rows of one sheet as they stand; `sheet` is null where a file has no sheets. */
export interface Grid {
  readonly sheet: string | null
  readonly rows: readonly GridRow[]
  readonly notes: readonly Note[]
  readonly problems: readonly Problem[]
}
