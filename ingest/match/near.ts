import { looseWordsOf } from './fold.ts'
import { likeness } from './letters.ts'
import type { SchoolName } from './names.ts'
import { likesIn, type Likes } from './vocabulary.ts'

/** A name near the one asked for: 1 where they are the same, towards 0 the less they share. */
export interface Near {
  readonly name: SchoolName
  readonly score: number
}

/** A search for near names. `favour` adds to the score of a school, as for lying in the place given. */
export type FindNear = (name: string, favour: (school: number) => number) => readonly Near[]

/** How many names are looked at word by word for one asked for, and how many of those letter by letter. */
const sizes = { block: 1000, compared: 40 } as const

/** How much the words count against the letters, and what names must share to be near. */
const [byWords, byLetters, least] = [0.75, 0.25, 0.5] as const

/** A word asked for: the words it may stand for, and how much it tells. */
interface Asked {
  readonly likes: Likes
  readonly weight: number
}

/** A name of the register with how much each of its words tells, and all of them together. */
interface Weighed {
  readonly name: SchoolName
  readonly weights: readonly number[]
  readonly total: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** The names that have each word. */
function holdersOf<Item>(items: readonly Item[], nameOf: (item: Item) => SchoolName): ReadonlyMap<string, Item[]> {
  const holders = new Map<string, Item[]>()
  for (const item of items)
    for (const word of nameOf(item).words) {
      const known = holders.get(word)
      if (known === undefined) holders.set(word, [item])
      else known.push(item)
    }
  return holders
}

/** The weight of the words shared: of that of both names, and of that of the one that says less. */
function sharedOf(asked: readonly Asked[], all: number, { name, weights, total }: Weighed): number {
  let shared = 0
  for (const { likes } of asked) {
    let most = 0
    for (let index = 0; index < weights.length; index += 1) {
      const like = likes.get(name.words[index] ?? '')
      if (like !== undefined) most = Math.max(most, like * (weights[index] ?? 0))
    }
    shared += most
  }
  return Math.min(1, shared / (all + total) + shared / Math.min(all, total) / 2)
}

/**
 * Finds names by the words they share, rare words counting more, and then by their letters. Only names that share a
 * word, a misspelt word or a short form with the one asked for are looked at, those of the rarest words first.
 */
export function nearNames(names: readonly SchoolName[]): FindNear {
  const counts = holdersOf(names, (name) => name)
  const rarest = Math.log(1 + names.length)
  const weightOf = (word: string): number => Math.log(1 + names.length / (counts.get(word)?.length ?? 1))
  const weighed = names.map((name): Weighed => {
    const weights = name.words.map(weightOf)
    return { name, weights, total: sum(weights) }
  })
  const holders = holdersOf(weighed, ({ name }) => name)
  const likesOf = likesIn(holders.keys())

  /** A misspelt word weighs what the word most like it does. */
  const ask = (word: string): Asked => {
    const likes = likesOf(word)
    const [best] = [...likes].toSorted(([, a], [, b]) => b - a)
    return { likes, weight: best === undefined ? rarest : weightOf(best[0]) }
  }

  /** The names that hold a word asked for, those of the rarest first, as long as they are not too many. */
  const blockOf = (asked: readonly Asked[]): readonly Weighed[] => {
    const groups = asked.map(({ likes }) => [...likes.keys()].map((word) => holders.get(word) ?? []))
    const sized = groups.map((group) => ({ group, size: sum(group.map(({ length }) => length)) }))
    const block = new Set<Weighed>()
    for (const { group, size } of sized.toSorted((a, b) => a.size - b.size))
      if (block.size === 0 || block.size + size <= sizes.block)
        for (const each of group) for (const name of each.slice(0, sizes.block)) block.add(name)
    return [...block]
  }

  return (text, favour) => {
    const words = looseWordsOf(text)
    const key = words.join('')
    const asked = words.map(ask)
    const all = sum(asked.map(({ weight }) => weight))
    return blockOf(asked)
      .map((each) => ({ name: each.name, shared: sharedOf(asked, all, each) }))
      .filter(({ shared }) => shared * byWords + byLetters >= least)
      .map(({ name, shared }) => ({ name, shared, order: shared + favour(name.school) }))
      .toSorted((a, b) => b.order - a.order)
      .slice(0, sizes.compared)
      .map(({ name, shared, order }) => {
        const score = shared * byWords + likeness(key, name.key) * byLetters
        return { name, score, order: score + order - shared }
      })
      .filter(({ score }) => score >= least)
      .toSorted((a, b) => b.order - a.order || a.name.school - b.name.school)
  }
}
