import { headerType, longestLine, unbroken, widthOf } from './text-size.ts'
import type { ColumnForm } from './workbook-spec.ts'

/** The room a column keeps at the sides of its text. */
const margins = 2
/** The room left free between the lines of neighbouring headers. */
const gap = 1
const least = 9
/** The button of a filter, which stands on the header. */
const button = 3
/** Names wrap beyond the first of these, sentences and whatever has few columns beside it beyond the second. */
const [mostName, mostSentence] = [44, 72]
/** A table with no more columns than this has few. */
const fewColumns = 3
/** What is wider than this may be a sentence, which is given no less. */
const leastSentence = 24
/** A table with so many columns of sentences is held to the width of a screen. */
const [severalSentences, screen] = [3, 180]
/** A row can be so many lines high: of more nothing would be seen. */
const mostLines = 24

interface Column {
  readonly form: ColumnForm
  readonly header: string
  /** The width of its widest cell, in digits. */
  readonly widest: number
  /** The width of the widest piece that a line cannot break, found when it is asked for. */
  readonly widestPiece: () => number
}

/**
 * The widths of a table's columns: each holds every unbreakable word of its header, all its numbers and days, and its
 * names and sentences up to a limit at which they wrap. Columns of counts are as wide as each other; so are percentages.
 * Where several columns hold sentences, those wrap so that a screen, and a page, holds all of the table.
 */
export function columnWidths(columns: readonly Column[], hasFilter = false): readonly number[] {
  const more = hasFilter ? button : 0
  const limit = columns.length <= fewColumns ? mostSentence : mostName
  const wanted = columns.map((column) => widthWanted(column, limit, more))
  const widths = columns.map(({ form, header }, at) => {
    const alike = form === 'count' || form === 'percent' ? columns.filter((other) => other.form === form) : []
    const width = columns.reduce((most, other, i) => (alike.includes(other) ? Math.max(most, wanted[i] ?? 0) : most), 0)
    return roomFor(alike.length === 0 ? [header] : alike.map((other) => other.header), Math.max(width, wanted[at] ?? 0))
  })
  return heldTogether(columns, widths, more)
}

const headerWidth = (header: string): number =>
  Math.max(...unbroken(header).map((word) => widthOf(word, headerType))) + margins

function widthWanted({ form, header, widest }: Column, usual: number, more: number): number {
  const limit = form === 'words' && widest > mostName + 16 ? mostSentence : usual
  return Math.ceil(Math.max(least, headerWidth(header) + more, Math.min(widest, limit) + margins))
}

/** Widths at which a table of several sentences a row is no wider than a screen, or as little wider as may be. */
function heldTogether(columns: readonly Column[], widths: readonly number[], more: number): readonly number[] {
  const sentences = columns.map(({ form }, at) => form === 'words' && widths[at]! > leastSentence)
  if (sentences.filter(Boolean).length < severalSentences) return widths
  const pieces = columns.map(({ widestPiece }, at) => (sentences[at] === true ? widestPiece() : 0))
  const cappedAt = (cap: number): readonly number[] =>
    columns.map(({ header, widest }, at) => {
      const narrowest = Math.ceil(
        Math.max(cap, headerWidth(header) + more, widest / mostLines + margins, pieces[at]! + margins),
      )
      return sentences[at] === true ? Math.min(widths[at]!, narrowest) : widths[at]!
    })
  const isTooWide = (cap: number): boolean => cappedAt(cap).reduce((sum, width) => sum + width, 0) > screen
  let cap = Math.max(...widths)
  while (cap > leastSentence && isTooWide(cap)) cap -= 1
  return cappedAt(cap)
}

/** The width, or a little more, at which the headers' lines keep clear of the column beside. */
function roomFor(headers: readonly string[], width: number): number {
  const isClear = (wide: number): boolean =>
    headers.every((header) => longestLine(header, wide, headerType) + gap <= wide)
  for (let wider = width; wider < width + 6; wider += 0.5) if (isClear(wider)) return wider
  return width
}
