import { likeness } from '../match/letters.ts'
import { foldHeading } from './heading.ts'

/** How alike two headings are from 0 to 1: letter by letter, or word by word in whatever order. */
export function headingsAlike(heading: string, other: string): number {
  const inOrder = likeness(foldHeading(heading), foldHeading(other))
  return Math.max(inOrder, likeness(wordsOf(heading), wordsOf(other)))
}

const wordsOf = (heading: string): string =>
  heading
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !['', 'the', 'of', 'a', 'and', 'for', 'in', 'on'].includes(word))
    .toSorted()
    .join(' ')

/** The heading of a file that comes nearest to one that is wanted, if any comes near. */
export function nearestHeading(wanted: string, headings: readonly string[]): string | null {
  const near = headings
    .filter((heading) => heading !== '')
    .map((heading) => ({ heading, alike: headingsAlike(wanted, heading) }))
    .filter(({ alike }) => alike >= 0.7 && alike < 1)
  return near.toSorted((a, b) => b.alike - a.alike)[0]?.heading ?? null
}
