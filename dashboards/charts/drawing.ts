import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { html, raw, type Html } from '../parts/html.ts'
import { ink, type Style } from './theme.ts'

const { document } = parseHTML('<html></html>')

/** A box of a picture, in pixels from its top left corner. */
export interface Box {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
  readonly style: Style
  /** What it stands for, with its value, for those who point at it or come to it by key. */
  readonly says?: string
}

/** A line of text; `y` is its middle. */
export interface Words {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly fill?: string
  readonly bold?: true
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** A line through points, or a shape with these corners: a stroke has a colour, a shape a fill. */
export interface Curve {
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly stroke?: string
  readonly fill?: string
}

/** An area of any form: its polygons in pixels, each the line around it and those around its holes. */
export interface Area {
  readonly polygons: readonly (readonly (readonly (readonly [x: number, y: number])[])[])[]
  readonly style: Style
  /** As of a box. */
  readonly says?: string
}

/** What stands in a picture, and how high it is. Areas lie upon boxes, curves upon them, and words upon all. */
export interface Layout {
  readonly boxes: readonly Box[]
  readonly areas?: readonly Area[]
  readonly curves?: readonly Curve[]
  readonly words: readonly Words[]
  readonly height: number
}

/** The layout moved to the right and down. */
function moved({ boxes, areas = [], curves = [], words, height }: Layout, right: number, down: number) {
  const point = ([x, y]: readonly [number, number]) => [x + right, y + down] as const
  return {
    boxes: boxes.map((box) => ({
      ...box,
      x1: box.x1 + right,
      x2: box.x2 + right,
      y1: box.y1 + down,
      y2: box.y2 + down,
    })),
    areas: areas.map((area) => ({
      ...area,
      polygons: area.polygons.map((rings) => rings.map((ring) => ring.map(point))),
    })),
    curves: curves.map((curve) => ({ ...curve, points: curve.points.map(point) })),
    words: words.map((line) => ({ ...line, x: line.x + right, y: line.y + down })),
    height: height + down,
  }
}

const together = (placed: readonly ReturnType<typeof moved>[]): Layout => ({
  boxes: placed.flatMap(({ boxes }) => boxes),
  areas: placed.flatMap(({ areas }) => areas),
  curves: placed.flatMap(({ curves }) => curves),
  words: placed.flatMap(({ words }) => words),
  height: Math.max(0, ...placed.map(({ height }) => height)),
})

/** The layouts one below the other. */
export function below(...layouts: readonly Layout[]): Layout {
  let top = 0
  const placed = layouts.map((layout) => {
    const by = top
    top += layout.height
    return moved(layout, 0, by)
  })
  return together(placed)
}

/** Two layouts side by side, the second so far to the right. */
export const beside = (left: Layout, right: Layout, by: number): Layout =>
  together([moved(left, 0, 0), moved(right, by, 0)])

interface Drawn extends Layout {
  /** Unique in a page. */
  readonly id: string
  readonly width: number
  readonly title: string
  readonly description: string
}

/** The layout as SVG that says its title and description and needs no style sheet. */
export function drawing({ id, width, height, title, description, boxes, areas = [], curves = [], words }: Drawn): Html {
  const isHatched = [...boxes, ...areas].some(({ style }) => style.fill === 'hatch')
  const plot: { readonly outerHTML: string } = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    axis: null,
    x: { type: 'identity' },
    y: { type: 'identity' },
    color: { type: 'identity' },
    marks: [...rects(boxes, `${id}-hatch`), ...shapes(areas, `${id}-hatch`), ...lines(curves), ...texts(words)],
  })
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${Math.ceil(height)}"
    width="${width}"
    height="${Math.ceil(height)}"
    font-family="Helvetica Neue, Arial, sans-serif"
    text-anchor="middle"
    role="img"
    aria-labelledby="${id}-title ${id}-desc"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-desc">${description}</desc>
    ${isHatched ? hatch(`${id}-hatch`) : null} ${raw(inside(plot.outerHTML))}
  </svg>`
}

/** What is inside Plot's own root, without its style sheet, its labels for a reader and its long decimals. */
const inside = (svg: string): string =>
  svg
    .slice(svg.indexOf('</style>') + '</style>'.length, svg.lastIndexOf('</svg>'))
    .replaceAll(/ aria-label="(?:rect|geo|line|text)"/g, '')
    .replaceAll(/(\d\.\d\d)\d+/g, '$1')

const hatch = (id: string): Html => html`
  <pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="7" height="7" fill="#FFFFFF" />
    <path d="M0 0V7" stroke="#BFBFBF" stroke-width="2" />
  </pattern>
`

const fillOf = ({ fill }: Style, hatchId: string): string => (fill === 'hatch' ? `url(#${hatchId})` : fill)

const shapes = (areas: readonly Area[], hatchId: string) =>
  areas.length === 0
    ? []
    : [
        Plot.geo(areas, {
          geometry: ({ polygons }: Area) => ({ type: 'MultiPolygon', coordinates: polygons }),
          fill: ({ style }: Area) => fillOf(style, hatchId),
          stroke: ({ style }: Area) => style.outline ?? 'none',
          title: ({ says }: Area) => says ?? null,
        }),
      ]

const rects = (boxes: readonly Box[], hatchId: string) => [
  Plot.rect(boxes, {
    x1: 'x1',
    x2: 'x2',
    y1: 'y1',
    y2: 'y2',
    fill: ({ style }: Box) => fillOf(style, hatchId),
    stroke: ({ style }: Box) => style.outline ?? 'none',
    title: ({ says }: Box) => says ?? null,
  }),
]

const lines = (curves: readonly Curve[]) =>
  curves.map(({ points, stroke, fill }) =>
    Plot.line(points, {
      x: ([x]: readonly [number, number]) => x,
      y: ([, y]: readonly [number, number]) => y,
      stroke: stroke ?? 'none',
      strokeWidth: 2,
      fill: fill ?? 'none',
    }),
  )

/** One mark for all lines of one size, weight and alignment: Plot takes those for a whole mark. */
const texts = (words: readonly Words[]) =>
  [...Map.groupBy(words, ({ size, bold, anchor }) => `${size} ${bold} ${anchor}`).values()].map((lines) =>
    Plot.text(lines, {
      x: 'x',
      y: 'y',
      text: 'text',
      fill: ({ fill }: Words) => fill ?? ink,
      fontSize: lines[0]?.size ?? 12,
      fontWeight: lines[0]?.bold === true ? 700 : 400,
      textAnchor: lines[0]?.anchor ?? 'start',
    }),
  )
