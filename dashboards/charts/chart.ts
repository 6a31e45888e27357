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
  readonly narrow: Html
}

/** The chart of an answer, laid out once for a page's width and once for a phone's. */
export function chartAs(
  { measure, where, population }: Disclosed<object, object>,
  finding: string,
  description: string,
  layOut: (canvas: Canvas) => Layout,
): Chart {
  const name = where.strand === undefined ? measure : `${measure}-${strandSlug(where.strand)}`
  const draw = (canvas: Canvas): Html =>
    drawing({
      ...(population === 0 ? noSchools(canvas) : layOut(canvas)),
      id: `${name}-${canvas.name}`,
      width: canvas.width,
      title: finding,
      description,
    })
  return { finding, description, svg: draw(wide), narrow: draw(narrow) }
}

const noSchools = ({ text }: Canvas): Layout => ({
  boxes: [],
  words: [{ x: 0, y: 24, text: 'There are no schools to show.', size: text, fill: quietInk }],
  height: 48,
})
