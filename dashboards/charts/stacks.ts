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

/** One bar of several parts, with its name above or beside it and what is left to say below. */
export interface Stack {
  readonly title: string
  /** What its parts are said to be of, where its title alone does not tell. */
  readonly of?: string
  readonly parts: readonly Part[]
  readonly note: string | null
}

const thick = 42

/** More bars than these are thin and have their names beside them, or nobody sees them all at once. */
const mostThick = 8

/**
 * Bars of parts in a fixed order, on one scale from nothing to `whole`. A part says its name and number where there
 * is room, its number where there is less. Suppressed parts are one hatched part at the end, where the length that
 * is left is theirs.
 */
export function stacksOf(canvas: Canvas, whole: number, fillUp: boolean, stacks: readonly Stack[]): Layout {
  if (stacks.length <= mostThick) return below(...stacks.map((stack) => stackOf(canvas, whole, fillUp, stack)))
  const longest = Math.max(...stacks.map(({ title }) => widthOf(title, canvas.small)))
  const left = canvas.name === 'wide' ? Math.min(longest + 16, canvas.width / 2) : 0
  return below(...stacks.map((stack) => thinStackOf(canvas, whole, fillUp, stack, left)))
}

const thin = 20

/** A thin bar with its name to the left of it; above it on a phone. */
function thinStackOf(canvas: Canvas, whole: number, fillUp: boolean, stack: Stack, left: number): Layout {
  const { small, width } = canvas
  const top = left === 0 ? small + 6 : 0
  const scale = (width - left) / whole
  const segments = segmentsOf(stack.of ?? stack.title, stack.parts, whole, fillUp)
  const notes = stack.note === null ? [] : wrapped(stack.note, width - left, small, ' · ')
  const line = small + 4
  const named = { x: 0, y: left === 0 ? small / 2 + 1 : top + thin / 2, text: stack.title, size: small }
  const noted = notes.map((text, at) => ({ x: left, y: top + thin + line * (at + 0.5) + 2, text, size: small }))
  return {
    boxes: segments.map((segment) => shifted(boxOf(segment, scale, top, thin), left)),
    words: [
      named,
      ...segments.flatMap(({ part, from, to }): readonly Words[] => {
        const text = figureText(part.value)
        const at = { x: left + ((from + to) / 2) * scale, y: top + thin / 2, text, size: small }
        const hasRoom = widthOf(text, small) <= (to - from) * scale - 4
        return hasRoom ? [{ ...at, bold: true, anchor: 'middle', fill: part.style.ink }] : []
      }),
      ...noted.map((words) => ({ ...words, fill: quietInk })),
    ],
    height: top + thin + notes.length * line + (left === 0 || notes.length > 0 ? 10 : 6),
  }
}

const shifted = (box: Box, by: number): Box => ({ ...box, x1: box.x1 + by, x2: box.x2 + by })

function stackOf(canvas: Canvas, whole: number, fillUp: boolean, { title, of, parts, note }: Stack): Layout {
  const titles = wrapped(title, canvas.width, canvas.text)
  const titleStep = canvas.text + 4
  const top = (titles.length - 1) * titleStep + canvas.text + 10
  const notes = note === null ? [] : wrapped(note, canvas.width, canvas.small, ' · ')
  const segments = segmentsOf(of ?? title, parts, whole, fillUp)
  const noteTop = segments.length === 0 ? top : top + thick + 8
  const line = canvas.small + 5
  return {
    boxes: segments.map((segment) => boxOf(segment, canvas.width / whole, top, thick)),
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
const boxOf = ({ part, from, to, of }: Segment, scale: number, top: number, high: number): Box => {
  const inset = part.style.outline === null ? 1 : 1.5
  const [x1, x2] = [from * scale + inset, to * scale - inset]
  return {
    x1,
    x2: Math.max(x2, x1 + 0.5),
    y1: top + inset,
    y2: top + high - inset,
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
