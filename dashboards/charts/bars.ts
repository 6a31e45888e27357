import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import { below, type Layout } from './drawing.ts'
import { track, widthOf, type Canvas, type Style } from './theme.ts'

/** One bar: its name, its length, what is written at its end. */
export interface Bar {
  readonly label: string
  readonly value: Figure
  readonly text: string
  readonly style: Style
}

/** More bars than these stand closer together, or nobody sees them all at once. */
const mostApart = 8

/** Bars on one scale from nothing to `whole`, each on a track as long as the whole. A suppressed one has no length. */
export function barsOf(canvas: Canvas, whole: number, bars: readonly Bar[]): Layout {
  const isClose = bars.length > mostApart
  const aside = Math.max(...bars.map(({ text }) => widthOf(text, canvas.text))) + 8
  const beside = Math.max(...bars.map(({ label }) => widthOf(label, canvas.text))) + 16
  return below(
    ...bars.map((bar) =>
      canvas.name === 'wide'
        ? wideBar(canvas, whole, bar, { beside, aside, step: isClose ? 28 : 40 })
        : narrowBar(canvas, whole, bar, isClose ? 10 : 16),
    ),
  )
}

const lengthOf = ({ value }: Bar, whole: number, room: number): number =>
  isMark(value) || whole === 0 ? 0 : (value / whole) * room

const boxesOf = (bar: Bar, whole: number, from: number, to: number, y1: number, y2: number) => {
  const length = lengthOf(bar, whole, to - from)
  const box = { x1: from, x2: from + length, y1, y2, style: bar.style, says: `${bar.label}: ${bar.text}` }
  return [{ x1: from, x2: to, y1, y2, style: track }, ...(length > 0 ? [box] : [])]
}

/** How much room names and numbers take beside bars, and how far apart these are from top to top. */
interface Room {
  readonly beside: number
  readonly aside: number
  readonly step: number
}

function wideBar({ width, text: size }: Canvas, whole: number, bar: Bar, { beside, aside, step }: Room): Layout {
  const high = 0.625 * step
  const y = 4.5 + high / 2
  return {
    boxes: boxesOf(bar, whole, beside, width - aside, 4.5, 4.5 + high),
    words: [
      { x: 0, y, text: bar.label, size },
      { x: width, y, text: bar.text, size, bold: true, anchor: 'end' },
    ],
    height: step,
  }
}

function narrowBar({ width, text: size }: Canvas, whole: number, bar: Bar, high: number): Layout {
  return {
    boxes: boxesOf(bar, whole, 0, width, 22.5, 22.5 + high),
    words: [
      { x: 0, y: 10, text: bar.label, size },
      { x: width, y: 10, text: bar.text, size, bold: true, anchor: 'end' },
    ],
    height: high + 38,
  }
}
