import type { AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Mark } from '../../analytics/framework/mark.ts'

/**
 * One workbook, described once and written in every format; its contents and notes worksheets follow from the rest.
 */
export interface WorkbookSpec {
  /** Its file's name without an ending: `county-report-leicester-2025-26`. */
  readonly name: string
  /** What, where and when: the document's title and the cover's heading. */
  readonly title: string
  /** Who answers for it. An organisation, never a person. */
  readonly organisation: string
  readonly keywords: readonly string[]
  readonly producedOn: Day
  readonly academicYear: AcademicYear
  readonly place: Place
  readonly cover: readonly CoverSection[]
  readonly tables: readonly TableSheet[]
}

/** What a workbook is about: the whole hub area, a part of it, or one school. */
export interface Place {
  readonly name: string
  /** The LA code, where it is the whole of one council. */
  readonly council: string | null
}

/** Some sentences of the cover; the first section stands under the title and has no heading of its own. */
export interface CoverSection {
  readonly heading: string | null
  readonly lines: readonly string[]
}

/** A worksheet with one table. The tab's name is also the table's. */
export interface TableSheet {
  readonly tab: string
  readonly title: string
  /** Sentences between the title and the table, each on a line of its own. */
  readonly lines: readonly string[]
  /** Where the figures come from; null where the worksheet speaks of the workbook itself. */
  readonly source: string | null
  readonly columns: readonly SheetColumn[]
  readonly rows: SheetRows
  /** The one reason for which cells are left blank, as a sentence; without it no cell is. */
  readonly blanks?: string
  /** What is drawn of its figures, on a worksheet of its own after it, in the working profile only. */
  readonly chart?: SheetChart
}

/** The rows of a table, gone through more than once: a list, or whatever makes them anew each time. */
export interface SheetRows extends Iterable<readonly Cell[]> {
  readonly length: number
}

/** What the cells of a column are: words (also identifiers), whole numbers, percentages to one decimal, or days. */
export type ColumnForm = 'words' | 'count' | 'percent' | 'day'

export interface SheetColumn {
  readonly label: string
  /** Stands in round brackets after the label; null where there is nothing to count. */
  readonly unit: string | null
  /** A sentence about what the column counts; becomes a numbered note. */
  readonly note: string | null
  readonly form: ColumnForm
  /** The places of the columns whose numbers in a row add up to its own: a formula in the working profile. */
  readonly sumOf?: readonly number[]
  /** What may be entered, where a cell is filled in by somebody else. */
  readonly accepts?: readonly string[] | 'day'
}

/** A chart of columns of one table; a mark is absent from it. */
export interface SheetChart {
  /** What it shows, in one short sentence with its numbers. */
  readonly finding: string
  /** The same in more words, for those who do not see it. */
  readonly description: string
  readonly form: 'stacked bars' | 'bars' | 'lines'
  /** The place of the column that names its bars or points. */
  readonly names: number
  readonly series: readonly ChartSeries[]
  /** What its numbers are: `Schools`. */
  readonly axis: string
}

export interface ChartSeries {
  /** The column's place. */
  readonly column: number
  /** As six hexadecimal digits. */
  readonly colour: string
}

/** One cell of a table. A mark says why there is no value; blank is only what waits to be filled in. */
export type Cell =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'link'; readonly words: string; readonly tab: string; readonly at?: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'blank' }
