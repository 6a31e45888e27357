import { likeness } from '../match/letters.ts'
import { foldHeading } from './heading.ts'

/** A heading as it is compared: folded, and its words that say something in one order. */
export interface Compared {
  readonly folded: string
  readonly words: string
}

const silent: ReadonlySet<string> = new Set(['', 'the', 'of', 'a', 'and', 'for', 'in', 'on'])

export const compared = (heading: string): Compared => ({
  folded: foldHeading(heading),
  words: heading
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !silent.has(word))
    .toSorted()
    .join(' '),
})

/** How alike two texts are, or 0 where their lengths alone show that they are less so than asked. */
const alikeFrom = (least: number, a: string, b: string): number =>
  Math.min(a.length, b.length) < least * Math.max(a.length, b.length) ? 0 : likeness(a, b)

/** How alike two headings are from 0 to 1, letter by letter or word by word; 0 where less than asked. */
export function headingsAlike(least: number, heading: Compared, other: Compared): number {
  if (heading.folded === '' || other.folded === '') return 0
  const alike = Math.max(alikeFrom(least, heading.folded, other.folded), alikeFrom(least, heading.words, other.words))
  return alike < least ? 0 : alike
}

/** The heading of a file that comes nearest to one that is wanted, if any comes near. */
export function nearestHeading(wanted: string, headings: readonly string[]): string | null {
  const named = compared(wanted)
  const near = headings
    .map((heading) => ({ heading, alike: headingsAlike(0.7, named, compared(heading)) }))
    .filter(({ alike }) => alike > 0 && alike < 1)
  return near.toSorted((a, b) => b.alike - a.alike)[0]?.heading ?? null
}
