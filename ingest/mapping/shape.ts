import { createHash } from 'node:crypto'
import { foldHeading } from '../recognise/heading.ts'

/**
 * What files with the same headings have alike, in whatever order their columns stand: a hash of the folded headings.
 * Columns that their heading does not tell apart, for it is blank or another has it too, count with their place.
 */
export function shapeOf(headings: readonly string[]): string {
  const folded = headings.map(foldHeading)
  const last = folded.findLastIndex((heading) => heading !== '')
  const isTold = (heading: string): boolean => heading !== '' && folded.indexOf(heading) === folded.lastIndexOf(heading)
  const parts = folded.slice(0, last + 1).map((heading, place) => (isTold(heading) ? heading : `${heading} ${place}`))
  return createHash('sha256').update(parts.toSorted().join('\n')).digest('hex')
}
