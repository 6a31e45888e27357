import type { PlacedCell } from './placed-sheet.ts'
import { bodyType, headerType, unbroken, widthOf } from './text-size.ts'
import type { ColumnForm } from './workbook-spec.ts'

/** The room a column keeps at the sides of its text. */
const margins = 2.5
const [least, mostWords, most] = [10, 44, 80]
/** Text wider than this is sentences, not names. */
const sentence = 60

/**
 * The width of a column, header first: wide enough for each unbreakable word of its header and for all its numbers
 * and days; names and sentences wrap beyond a limit.
 */
export function columnWidth(form: ColumnForm, isFirst: boolean, [header, ...cells]: readonly PlacedCell[]): number {
  const words = unbroken(String(header?.value ?? '')).map((word) => widthOf(word, headerType))
  const texts = cells.map(({ value, look }) =>
    widthOf(look === 'day' ? '30 Sep 2026' : typeof value === 'number' ? `${value.toFixed(1)},` : value, bodyType),
  )
  const longest = texts.reduce((a, b) => Math.max(a, b), 0)
  const limit = form !== 'words' || (!isFirst && longest > sentence) ? most : mostWords
  return Math.ceil(Math.max(least, Math.max(...words, Math.min(longest, limit)) + margins))
}
