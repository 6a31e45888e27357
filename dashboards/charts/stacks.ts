import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import { figureText } from '../parts/number.ts'
import { below, type Box, type Layout, type Words } from './drawing.ts'
import { quietInk, untold, widthOf, type Canvas, type Style } from './theme.ts'
import { wrapped } from './wrapped.ts'

/** One part of a bar. */
export interface Part {
  readonly label: string
  readonly value: Figure
  readonly style: Style
}

/** One bar of several parts, with its name above and what is left to say below. */
export interface Stack {
  readonly title: string
  readonly parts: readonly Part[]
  readonly note: string | null
}

const thick = 42

/**
 * Bars of parts in a fixed order, on one scale from nothing to `whole`. A part says its name and number where there
 * is room, its number where there is less. Suppressed parts are one hatched part at the end, where the length that
 * is left is theirs.
 */
export const stacksOf = (canvas: Canvas, whole: number, fillUp: boolean, stacks: readonly Stack[]): Layout =>
  below(...stacks.map((stack) => stackOf(canvas, whole, fillUp, stack)))

function stackOf(canvas: Canvas, whole: number, fillUp: boolean, { title, parts, note }: Stack): Layout {
  const titles = wrapped(title, canvas.width, canvas.text)
  const titleStep = canvas.text + 4
  const top = (titles.length - 1) * titleStep + canvas.text + 10
  const notes = note === null ? [] : wrapped(note, canvas.width, canvas.small, ' · ')
  const segments = segmentsOf(title, parts, whole, fillUp)
  const noteTop = segments.length === 0 ? top : top + thick + 8
  const line = canvas.small + 5
  return {
    boxes: segments.map((segment) => boxOf(segment, canvas.width / whole, top)),
    words: [
      ...titles.map((text, at) => ({
        x: 0,
        y: canvas.text / 2 + 1 + at * titleStep,
        text,
        size: canvas.text,
        bold: true as const,
      })),
      ...segments.flatMap((segment) => wordsOf(segment, canvas, canvas.width / whole, top)),
      ...notes.map((text, at) => ({ x: 0, y: noteTop + line * (at + 0.5), text, size: canvas.small, fill: quietInk })),
    ],
    height: noteTop + notes.length * line + (notes.length === 0 ? 14 : 20),
  }
}

interface Segment {
  readonly part: Part
  readonly from: number
  readonly to: number
  readonly of: string
}

function segmentsOf(of: string, parts: readonly Part[], whole: number, fillUp: boolean): readonly Segment[] {
  let from = 0
  const shown = parts.flatMap((part) => {
    if (isMark(part.value) || part.value === 0) return []
    const segment = { part, from, to: from + part.value, of }
    from = segment.to
    return [segment]
  })
  const hidden = parts.some(({ value }) => isMark(value))
  if (!fillUp || !hidden || from >= whole) return shown
  return [...shown, { part: { label: 'Suppressed', value: 'c', style: untold }, from, to: whole, of }]
}

/** Half the white gap on either side, and half the outline. */
const boxOf = ({ part, from, to, of }: Segment, scale: number, top: number): Box => {
  const inset = part.style.outline === null ? 1 : 1.5
  const [x1, x2] = [from * scale + inset, to * scale - inset]
  return {
    x1,
    x2: Math.max(x2, x1 + 0.5),
    y1: top + inset,
    y2: top + thick - inset,
    style: part.style,
    says: `${of}, ${part.label}: ${figureText(part.value)}`,
  }
}

function wordsOf({ part, from, to }: Segment, canvas: Canvas, scale: number, top: number): readonly Words[] {
  const room = (to - from) * scale - 8
  const count = figureText(part.value)
  const at = { x: ((from + to) / 2) * scale, anchor: 'middle', fill: part.style.ink } as const
  const number = { ...at, text: count, size: canvas.text, bold: true } as const
  if (widthOf(part.label, canvas.small) <= room)
    return [
      { ...at, y: top + thick * 0.31, text: part.label, size: canvas.small },
      { ...number, y: top + thick * 0.7 },
    ]
  return widthOf(count, canvas.text) <= room + 2 ? [{ ...number, y: top + thick / 2 }] : []
}
