/** A heading is looked at up to so many characters: what is longer is a text, and folding it again and again takes long. */
const longest = 300

/** A heading without what people vary in it: case, spaces, hyphens, punctuation; `&` is `and`. */
export const foldHeading = (heading: string): string =>
  heading
    .slice(0, longest)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const parting = /\s+[-\u2013\u2014|>/]\s+|:\s+|\s*\n\s*/

/** Words over a column that make it say something else than its heading alone does. */
const changing =
  /\b(target|aim|goal|previous|prior|last|next|predicted|expected|planned|future|baseline|comments?|notes?|evidence|reasons?|self|own|claimed|draft|provisional|old|former|before|proposed|change)\b/i

/** The lower parts of a heading, longest first: of `Spring - Ratings - Choir` those are `Ratings - Choir` and `Choir`. */
export function lowerParts(heading: string): readonly string[] {
  const parts = heading.slice(0, longest).split(parting)
  return parts.slice(1).flatMap((_, index) => {
    const over = parts.slice(0, index + 1).join(' ')
    return changing.test(over) ? [] : [parts.slice(index + 1).join(' - ')]
  })
}

/** Headings as they are looked through once for each kind of sheet. */
interface Sought {
  readonly folded: readonly string[]
  /** The places by each lower part, folded. */
  readonly below: ReadonlyMap<string, readonly number[]>
}

const known = new WeakMap<readonly string[], Sought>()

/** Headings folded, with the places of their lower parts. */
export function soughtOf(headings: readonly string[]): Sought {
  const before = known.get(headings)
  if (before !== undefined) return before
  const parts = headings.flatMap((heading, place) =>
    lowerParts(heading).map((part) => ({ part: foldHeading(part), place })),
  )
  const below = [...Map.groupBy(parts, ({ part }) => part)].map(
    ([part, found]) => [part, found.map(({ place }) => place)] as const,
  )
  const sought = { folded: headings.map(foldHeading), below: new Map(below) }
  known.set(headings, sought)
  return sought
}
