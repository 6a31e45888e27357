import { likeness } from './letters.ts'

/** The words of the register that a word may stand for, each with how alike they are. */
export type Likes = ReadonlyMap<string, number>

/** How alike words must be to stand for each other; less will do where no word is as alike as that. */
const enough = { usual: 0.6, atWorst: 0.5 } as const

const shortFormLikeness = 0.8

/** What words a letter apart have in common: each word without one letter; and its beginning, for short forms. */
const variantsOf = (word: string): readonly string[] => [
  word,
  `${word.slice(0, 3)}-`,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
]

/** How alike two words are; one of three letters or more that begins the other is a short form of it. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return Math.max(short.length >= 3 && long.startsWith(short) ? shortFormLikeness : 0, likeness(a, b))
}

const beginsAlike = (a: string, b: string): boolean => a[0] === b[0] && Math.abs(a.length - b.length) <= 2

/** Finds the words of a vocabulary that a word may stand for, however it is misspelt or cut short. */
export function likesIn(vocabulary: Iterable<string>): (word: string) => Likes {
  const words = [...vocabulary]
  const byVariant = new Map<string, string[]>()
  for (const word of words)
    for (const variant of new Set(variantsOf(word))) {
      const group = byVariant.get(variant)
      if (group === undefined) byVariant.set(variant, [word])
      else group.push(word)
    }
  const found = new Map<string, Likes>()
  const among = (word: string, others: Iterable<string>, least: number): Likes =>
    new Map(
      Array.from(others, (other) => [other, wordLikeness(word, other)] as const).filter(([, like]) => like >= least),
    )
  const find = (word: string): Likes => {
    const near = among(word, new Set(variantsOf(word).flatMap((variant) => byVariant.get(variant) ?? [])), enough.usual)
    if (near.size > 0) return near
    return among(
      word,
      words.filter((other) => beginsAlike(word, other)),
      enough.atWorst,
    )
  }
  return (word) => {
    const known = found.get(word) ?? find(word)
    found.set(word, known)
    return known
  }
}
