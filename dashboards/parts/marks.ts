import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isMark, marks } from '../../analytics/framework/mark.ts'

/** A sentence for each mark that stands in an answer, in the order in which they first stand there. */
export function marksExplained({ rows, totals }: Disclosed<object, object>): readonly string[] {
  const standing = new Set([...rows, totals].flatMap((row) => Object.values(row).filter(isMark)))
  return [...standing].map((mark) => `[${mark}] means ${marks[mark]}.`)
}
