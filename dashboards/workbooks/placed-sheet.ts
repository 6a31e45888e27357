/** How a cell looks; each look is one style of the workbook. */
export type Look =
  | 'coverTitle'
  | 'heading1'
  | 'heading2'
  | 'line'
  | 'paragraph'
  | 'link'
  | 'wordsHeader'
  | 'numberHeader'
  | 'words'
  | 'mark'
  | 'count'
  | 'percent'
  | 'day'
  /** A cell of somebody's file as it stands, its headings, one that has a problem, and the words for it. */
  | 'plain'
  | 'plainHeader'
  | 'marked'
  | 'markedHeader'
  | 'remark'

/** A cell in its place. A day is the number that spreadsheets count days by. */
export interface PlacedCell {
  readonly value: string | number
  readonly look: Look
  /** The worksheet to whose first cell, or to the cell of that address, it is a link. */
  readonly linkTo?: string
  readonly linkAt?: string
}

export interface PlacedRow {
  /** Its place, counted from 0, where rows before it are left out. */
  readonly at?: number
  /** In points. */
  readonly height: number
  readonly cells: readonly PlacedCell[]
}

/** The table of a worksheet: all rows from its header's, counted from 0, to the last. */
interface PlacedTable {
  readonly name: string
  readonly headerAt: number
}

/** A worksheet with everything in its place: what is left is to write it. */
export interface PlacedSheet {
  readonly tab: string
  readonly widths: readonly number[]
  readonly rows: readonly PlacedRow[]
  readonly table: PlacedTable | null
  /** Where it is a sheet of somebody's file: the row of its headings, counted from 0, if they were found. */
  readonly file?: { readonly headerAt: number | null }
}
