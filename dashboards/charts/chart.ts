import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { strandSlug } from '../../analytics/framework/strand.ts'
import type { Html } from '../parts/html.ts'
import { drawing, type Layout } from './drawing.ts'
import { narrow, quietInk, wide, type Canvas } from './theme.ts'

/** One measure's answer drawn. */
export interface Chart {
  /** What the picture shows, in one short sentence with its numbers. */
  readonly finding: string
  /** The same in more words, for those who do not see it. */
  readonly description: string
  /** The picture for a page's width, and for a phone's. */
  readonly svg: Html
  /** How high the former is; its width is that of the wide canvas. */
  readonly height: number
  readonly narrow: Html
}

/** The chart of an answer, laid out once for a page's width and once for a phone's: when somebody first looks at it, for many ask for its finding alone. */
export function chartAs(
  { measure, where, population }: Pick<Disclosed<object, object>, 'measure' | 'where' | 'population'>,
  finding: string,
  description: string,
  layOut: (canvas: Canvas) => Layout,
): Chart {
  // One page may show a measure for several strands, for several awards, or for several councils.
  const strand = where.strand === undefined ? '' : `-${strandSlug(where.strand)}`
  const award = where.award === undefined ? '' : `-${where.award.toLowerCase()}`
  const council = where.council === undefined ? '' : `-${where.council}`
  const name = `${measure}${strand}${award}${council}`
  const draw = (canvas: Canvas, layout: Layout): Html =>
    drawing({ ...layout, id: `${name}-${canvas.name}`, width: canvas.width, title: finding, description })
  const layoutFor = population === 0 ? noSchools : layOut
  const layout = onceAsked(() => layoutFor(wide))
  const [drawn, drawnNarrow] = [onceAsked(() => draw(wide, layout())), onceAsked(() => draw(narrow, layoutFor(narrow)))]
  return {
    finding,
    description,
    get svg() {
      return drawn()
    },
    get height() {
      return layout().height
    },
    get narrow() {
      return drawnNarrow()
    },
  }
}

/** Gives what is made when it is first asked for, and the same ever after. */
function onceAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const sentence =
  (text: string) =>
  (canvas: Canvas): Layout => ({
    boxes: [],
    words: [{ x: 0, y: 24, text, size: canvas.text, fill: quietInk }],
    height: 48,
  })

const noSchools = sentence('There are no schools to show.')

/** The picture of an answer without rows. */
export const nothingToShow = sentence('There is nothing to show.')
