import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import { below, type Box, type Layout } from './drawing.ts'
import { levelStyles, plain, track, widthOf, type Canvas, type Style } from './theme.ts'
import { wrapped } from './wrapped.ts'

/** A figure on a scale, with a range about it or about where it should be, and a line to measure it by. */
export interface Span {
  readonly title: string
  readonly figure: Figure
  readonly from: Figure
  readonly to: Figure
  readonly line: Figure
  /** What is said of it below or beside it. */
  readonly note: string
  /** What its marks say where its title and its note do not say all. */
  readonly says?: string
}

/** How the parts of a span are drawn: the range pale, the figure dark, the line between. */
export const spanStyles = {
  figure: plain,
  range: { ...levelStyles.developing, outline: null },
  line: { fill: '#F46A25', ink: '#0B0C0C', outline: '#FFFFFF' },
} as const satisfies Record<string, Style>

const high = 22

/** From which value to which a picture goes. */
type Reach = readonly [least: number, most: number]

/** Spans one below the other on a scale from `least` to `most`. What has no figure is said in words alone. */
export const spansOf = (canvas: Canvas, reach: Reach, spans: readonly Span[]): Layout =>
  below(...spans.map((span) => spanOf(canvas, reach, span)))

function spanOf({ width, text: size, small }: Canvas, reach: Reach, span: Span): Layout {
  const title = wrapped(span.title, width, size)
  const notes = wrapped(span.note, width, small, ' · ')
  const top = title.length * (size + 5) + 2
  const [line, under] = [small + 5, top + high + 5]
  return {
    boxes: boxesOf(span, reach, { from: 0, to: width, top, high }),
    words: [
      ...title.map((text, at) => ({ x: 0, y: (size + 5) * (at + 0.5), text, size })),
      ...notes.map((text, at) => ({ x: 0, y: under + line * (at + 0.5), text, size: small })),
    ],
    height: under + line * notes.length + 12,
  }
}

/**
 * Spans close to each other, each with its title and its note in one line: beside it, or above it on a phone. They are
 * as long as `all` leave room for, that several such lists stand on one scale.
 */
export function closeSpansOf(canvas: Canvas, reach: Reach, spans: readonly Span[], all: readonly Span[]): Layout {
  const { width, small } = canvas
  const isWide = canvas.name === 'wide'
  const roomFor = (textOf: (span: Span) => string): number =>
    isWide ? Math.max(...all.map((span) => widthOf(textOf(span), small))) + 12 : 0
  const [left, right] = [roomFor(({ title }) => title), roomFor(({ note }) => note)]
  const [top, thin] = [isWide ? 0 : small + 6, 16]
  return below(
    ...spans.map((span): Layout => {
      const y = isWide ? thin / 2 : small / 2 + 1
      return {
        boxes: boxesOf(span, reach, { from: left, to: width - right, top, high: thin }),
        words: [
          { x: 0, y, text: span.title, size: small },
          { x: width, y, text: span.note, size: small, anchor: 'end' },
        ],
        height: top + thin + 10,
      }
    }),
  )
}

/** Where a span is drawn. */
interface Place {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly high: number
}

function boxesOf(span: Span, [least, most]: Reach, { from, to, top, high }: Place): readonly Box[] {
  const x = (value: number): number => from + ((value - least) / (most - least)) * (to - from)
  const within = (value: number): number => Math.min(Math.max(x(value), from + 3), to - 3)
  const says = span.says ?? `${span.title}: ${span.note}`
  const inset = high * 0.23
  const tick = (value: Figure, half: number, style: Style): readonly Box[] =>
    isMark(value) ? [] : [{ x1: within(value) - half, x2: within(value) + half, y1: top, y2: top + high, style }]
  const range: readonly Box[] =
    isMark(span.from) || isMark(span.to)
      ? []
      : [
          {
            x1: within(span.from),
            x2: Math.max(within(span.to), within(span.from) + 1),
            y1: top + inset,
            y2: top + high - inset,
            style: spanStyles.range,
            says,
          },
        ]
  return [
    { x1: from, x2: to, y1: top, y2: top + high, style: track },
    ...range,
    ...tick(span.line, 2, spanStyles.line),
    ...tick(span.figure, 3.5, spanStyles.figure).map((box) => ({ ...box, says })),
  ]
}
