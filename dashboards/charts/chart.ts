import type { Html } from '../parts/html.ts'

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
