import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Frame } from '../parts/frame.ts'
import { escaped, html, raw, type Html } from '../parts/html.ts'
import { marksExplained } from '../parts/marks.ts'
import { sourceOf, subtitleOf } from '../parts/scope.ts'
import type { Chart } from './chart.ts'
import { ink, quietInk, wide } from './theme.ts'
import { wrapped } from './wrapped.ts'

const margin = 24

/** The picture as a file of its own (SVG), with its finding, what it shows, its source and thanks written on it. */
export function standAlone(
  chart: Chart,
  answer: Disclosed<object, object>,
  { hub, choices }: Pick<Frame, 'hub' | 'choices'>,
  thanks = '',
): string {
  const title = textBlock(chart.finding, margin + 8, 22, ink, 700)
  const subtitle = textBlock(subtitleOf(answer, choices), title.end + 8, 15, quietInk, 400)
  const top = subtitle.end + 16
  const said = [sourceOf(answer, hub ?? 'the hub'), ...marksExplained(answer), thanks].join(' ').trim()
  const source = textBlock(said, top + chart.height + 20, 13, quietInk, 400)
  const [width, height] = [wide.width + 2 * margin, Math.ceil(source.end + margin - 8)]
  return String(
    html`<svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 ${width} ${height}"
      width="${width}"
      height="${height}"
      font-family="Helvetica Neue, Arial, sans-serif"
      role="img"
      aria-label="${chart.finding}"
    >
      <rect width="${width}" height="${height}" fill="#FFFFFF" />
      ${title.text} ${subtitle.text} ${raw(String(chart.svg).replace('<svg', `<svg x="${margin}" y="${top}"`))}
      ${source.text}
    </svg>`,
  )
}

/** A text on as many lines as it takes, from the middle of its first line, and where it ends. */
function textBlock(text: string, top: number, size: number, fill: string, weight: number): { text: Html; end: number } {
  const [lines, step] = [wrapped(text, wide.width, size), size * 1.3]
  const spans = lines.map((line, at) => `<tspan x="${margin}" y="${top + at * step}">${escaped(line)}</tspan>`)
  return {
    text: html`<text font-size="${size}" font-weight="${weight}" fill="${fill}">${raw(spans.join(''))}</text>`,
    end: top + lines.length * step,
  }
}
