import type { Day } from '../../analytics/framework/day.ts'
import type { Mark } from '../../analytics/framework/mark.ts'

/** One workbook, described once; its contents and notes worksheets follow from the rest. */
export interface WorkbookSpec {
  /** What, where and when: the document's title and the cover's heading. */
  readonly title: string
  /** Who answers for it. An organisation, never a person. */
  readonly organisation: string
  readonly keywords: readonly string[]
  readonly producedOn: Day
  readonly cover: readonly CoverSection[]
  readonly tables: readonly TableSheet[]
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
  readonly rows: readonly (readonly Cell[])[]
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
}

/** One cell of a table. No cell is ever blank: a mark says why there is no value. */
export type Cell =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'link'; readonly words: string; readonly tab: string; readonly at?: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'mark'; readonly mark: Mark }
