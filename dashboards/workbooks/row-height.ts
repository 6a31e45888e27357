import type { Look, PlacedCell } from './placed-sheet.ts'
import { bodyType, headerType, linesOf, type Type } from './text-size.ts'

interface Block {
  readonly type: Type
  readonly wraps: boolean
  /** Points of air above and below. */
  readonly air: number
}

const line: Block = { type: bodyType, wraps: false, air: 2 }
const wrapped: Block = { type: bodyType, wraps: true, air: 3 }
const header: Block = { type: headerType, wraps: true, air: 5 }

/** The type of a heading of each depth, by which the finisher also knows its cells. */
export const headingTypes = {
  heading1: { size: 16, bold: true },
  heading2: { size: 14, bold: true },
} as const satisfies Record<string, Type>

const blocks: Readonly<Record<Look, Block>> = {
  coverTitle: { type: headingTypes.heading1, wraps: true, air: 10 },
  heading1: { type: headingTypes.heading1, wraps: false, air: 8 },
  heading2: { type: headingTypes.heading2, wraps: false, air: 20 },
  line,
  link: line,
  paragraph: wrapped,
  words: wrapped,
  mark: wrapped,
  wordsHeader: header,
  numberHeader: header,
  count: line,
  percent: line,
  day: line,
  plain: line,
  plainHeader: line,
  marked: line,
  markedHeader: line,
  remark: wrapped,
}

/** Whether a look wraps its text within its column. */
export const wraps = (look: Look): boolean => blocks[look].wraps

/** The height, in points, in which nothing of the row's cells is cropped; no more than a spreadsheet's rows can have. */
export function rowHeight(cells: readonly PlacedCell[], widths: readonly number[]): number {
  const heights = cells.map(({ value, look }, at) => {
    const { type, wraps, air } = blocks[look]
    // A column keeps a little room at both sides of its text.
    const lines = wraps ? linesOf(String(value), (widths[at] ?? 10) - 1.5, type) : 1
    return lines * type.size * 1.2 + air
  })
  return Math.min(409, Math.ceil(Math.max(...heights) * 4) / 4)
}
