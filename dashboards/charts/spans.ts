import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import { below, type Box, type Layout } from './drawing.ts'
import { levelStyles, plain, track, type Canvas, type Style } from './theme.ts'
import { wrapped } from './wrapped.ts'

/** A figure on a scale, with a range about it or about where it should be, and a line to measure it by. */
export interface Span {
  readonly title: string
  readonly figure: Figure
  readonly from: Figure
  readonly to: Figure
  readonly line: Figure
  /** What is said of it below. */
  readonly note: string
}

/** How the parts of a span are drawn: the range pale, the figure dark, the line between. */
export const spanStyles = {
  figure: plain,
  range: { ...levelStyles.developing, outline: null },
  line: { fill: '#F46A25', ink: '#0B0C0C', outline: '#FFFFFF' },
} as const satisfies Record<string, Style>

const high = 22

/** Spans one below the other on a scale from `least` to `most`. What has no figure is said in words alone. */
export const spansOf = (canvas: Canvas, [least, most]: readonly [number, number], spans: readonly Span[]): Layout =>
  below(...spans.map((span) => spanOf(canvas, (value) => ((value - least) / (most - least)) * canvas.width, span)))

function spanOf({ width, text: size, small }: Canvas, x: (value: number) => number, span: Span): Layout {
  const title = wrapped(span.title, width, size)
  const notes = wrapped(span.note, width, small, ' · ')
  const top = title.length * (size + 5) + 2
  const [line, under] = [small + 5, top + high + 5]
  const within = (value: number): number => Math.min(Math.max(x(value), 3), width - 3)
  const tick = (value: Figure, half: number, style: Style): readonly Box[] =>
    isMark(value) ? [] : [{ x1: within(value) - half, x2: within(value) + half, y1: top, y2: top + high, style }]
  const range: readonly Box[] =
    isMark(span.from) || isMark(span.to)
      ? []
      : [
          {
            x1: within(span.from),
            x2: Math.max(within(span.to), within(span.from) + 1),
            y1: top + 5,
            y2: top + high - 5,
            style: spanStyles.range,
            says: `${span.title}: ${span.note}`,
          },
        ]
  return {
    boxes: [
      { x1: 0, x2: width, y1: top, y2: top + high, style: track },
      ...range,
      ...tick(span.line, 2, spanStyles.line),
      ...tick(span.figure, 3.5, spanStyles.figure).map((box) => ({ ...box, says: `${span.title}: ${span.note}` })),
    ],
    words: [
      ...title.map((text, at) => ({ x: 0, y: (size + 5) * (at + 0.5), text, size })),
      ...notes.map((text, at) => ({ x: 0, y: under + line * (at + 0.5), text, size: small })),
    ],
    height: under + line * notes.length + 12,
  }
}
