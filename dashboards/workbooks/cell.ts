import type { Day } from '../../analytics/framework/day.ts'
import { isMark, type Figure, type Mark } from '../../analytics/framework/mark.ts'
import { cleanText } from './clean-text.ts'
import type { Cell } from './workbook-spec.ts'

export const markCell = (mark: Mark): Cell => ({ kind: 'mark', mark })

/** A cell of text, whoever wrote it; not available where nothing is left of it once cleaned. */
export function wordsCell(text: string): Cell {
  const words = cleanText(text)
  return words === '' ? markCell('x') : { kind: 'words', words }
}

/** A cell with a number, or the mark that stands for it. */
export function figureCell(figure: Figure): Cell {
  if (isMark(figure)) return markCell(figure)
  if (!Number.isFinite(figure)) throw new RangeError(`not a figure: ${figure}`)
  return { kind: 'number', number: figure }
}

/** A cell with a day; not applicable where there is none. */
export const dayCell = (day: Day | null): Cell => (day === null ? markCell('z') : { kind: 'day', day })
