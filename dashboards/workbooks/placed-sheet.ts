import type { SheetChart } from './workbook-spec.ts'

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
  /** The sum of which its value is the result. */
  readonly formula?: string
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

/** The table of a worksheet, from its header's row, counted from 0, which is the last of the sheet's own. */
export interface PlacedTable {
  readonly name: string
  readonly headerAt: number
  readonly body: PlacedBody
  /** The places of columns in which identifiers look like numbers and are text on purpose. */
  readonly textNumbers: readonly number[]
  readonly hasFilter: boolean
  readonly isFrozen: boolean
  readonly entries: readonly Entry[]
}

/** The rows of a table below its header, made anew each time they are gone through, and the looks of their cells. */
export interface PlacedBody extends Iterable<PlacedRow> {
  readonly length: number
  readonly looks: readonly Look[]
}

/** What may be entered into the cells of a column, by its place: one of some words, or a day. */
export interface Entry {
  readonly column: number
  readonly accepts: readonly string[] | 'day'
}

/** A worksheet with everything in its place: what is left is to write it. */
export interface PlacedSheet {
  readonly tab: string
  readonly widths: readonly number[]
  readonly rows: readonly PlacedRow[]
  readonly table: PlacedTable | null
  /** Where it is a sheet of somebody's file: the row of its headings, counted from 0, if they were found. */
  readonly file?: { readonly headerAt: number | null }
  /** Drawn below its rows. */
  readonly chart?: PlacedChart
}

/** A chart with the figures of its table: what is not a number is not in it. */
export interface PlacedChart extends SheetChart {
  /** The table's worksheet, and the rows of its body, counted from 0. */
  readonly tab: string
  readonly firstRow: number
  readonly lastRow: number
  readonly categories: readonly string[]
  /** What they are. */
  readonly namesAxis: string
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}
