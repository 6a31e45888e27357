import { headerType, longestLine, unbroken, widthOf } from './text-size.ts'
import type { ColumnForm } from './workbook-spec.ts'

/** The room a column keeps at the sides of its text. */
const margins = 2
/** The room left free between the lines of neighbouring headers. */
const gap = 1
const least = 9
/** The button of a filter, which stands on the header. */
const button = 3
/** Names wrap beyond the first of these, sentences beyond the second. */
const [mostName, mostSentence] = [44, 72]

interface Column {
  readonly form: ColumnForm
  readonly header: string
  /** The width of its widest cell, in digits. */
  readonly widest: number
}

/**
 * The widths of a table's columns: each holds every unbreakable word of its header, all its numbers and days, and its
 * names and sentences up to a limit at which they wrap. Columns of counts are as wide as each other; so are percentages.
 */
export function columnWidths(columns: readonly Column[], hasFilter = false): readonly number[] {
  const wanted = columns.map((column) => widthWanted(column, hasFilter ? button : 0))
  return columns.map(({ form, header }, at) => {
    const alike = form === 'count' || form === 'percent' ? columns.filter((other) => other.form === form) : []
    const width = columns.reduce((most, other, i) => (alike.includes(other) ? Math.max(most, wanted[i] ?? 0) : most), 0)
    return roomFor(alike.length === 0 ? [header] : alike.map((other) => other.header), Math.max(width, wanted[at] ?? 0))
  })
}

function widthWanted({ form, header, widest }: Column, more: number): number {
  const words = Math.max(...unbroken(header).map((word) => widthOf(word, headerType)))
  const limit = form === 'words' && widest > mostName + 16 ? mostSentence : mostName
  return Math.ceil(Math.max(least, words + margins + more, Math.min(widest, limit) + margins))
}

/** The width, or a little more, at which the headers' lines keep clear of the column beside. */
function roomFor(headers: readonly string[], width: number): number {
  const isClear = (wide: number): boolean =>
    headers.every((header) => longestLine(header, wide, headerType) + gap <= wide)
  for (let wider = width; wider < width + 6; wider += 0.5) if (isClear(wider)) return wider
  return width
}
