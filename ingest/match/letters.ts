import { distance } from 'fuzzball/ultra_lite'

const sorted = (word: string): string => Array.from(word).toSorted().join('')

/** Letters to add, take away or change between two texts; two letters swapped count once. */
export function lettersApart(a: string, b: string): number {
  const letters = distance(a, b, { full_process: false })
  return letters === 2 && a.length === b.length && sorted(a) === sorted(b) ? 1 : letters
}

/** How alike two texts are letter by letter, from 0 to 1. */
export const likeness = (a: string, b: string): number => 1 - lettersApart(a, b) / Math.max(a.length, b.length, 1)
