import type { Column } from '../recognise/column.ts'
import { foldHeading, lowerParts } from '../recognise/heading.ts'
import { compared, headingsAlike, type Compared } from '../recognise/near-heading.ts'
import { isBlank } from '../recognise/reading.ts'
import { readTick } from '../recognise/tick.ts'
import { hints } from './hints.ts'
import type { Confidence } from './proposal.ts'

/** A heading as it is compared, and its lower parts folded. */
interface Heading {
  readonly heading: string
  readonly own: Compared
  readonly parts: readonly string[]
}

/** A column of a file as it is looked at: its heading, and the values of its first rows. */
export interface FileColumn extends Heading {
  readonly place: number
  readonly values: readonly string[]
}

export const headingOf = (heading: string): Heading => ({
  heading,
  own: compared(heading),
  parts: lowerParts(heading).map(foldHeading),
})

/** How well a column of a file fits one of a sheet, from 0 to 1. */
export interface Likeness {
  readonly score: number
  readonly confidence: Confidence
  readonly why: string
}

/** Readers that take any text say nothing about a column by taking its values. */
const isPicky = ({ read }: Column): boolean => 'problem' in read('?! ?!')

/** The part of the values that a test holds for; null where there are none. */
function partOf(values: readonly string[], holds: (value: string) => boolean): number | null {
  const filled = values.filter((value) => !isBlank(value))
  return filled.length === 0 ? null : filled.filter(holds).length / filled.length
}

/** The part of the values that the column of a sheet can read; null where that says nothing. */
export const readablePart = (column: Column, values: readonly string[]): number | null =>
  isPicky(column) ? partOf(values, (value) => 'value' in column.read(value)) : null

interface Named {
  readonly score: number
  readonly why: string
}

/** What the heading of a file is compared with. */
interface Wanted {
  readonly names: readonly Compared[]
  readonly hints: readonly Compared[]
  readonly words: readonly string[]
}

const wanted = new WeakMap<Column, Wanted>()

function wantedOf(column: Column): Wanted {
  const known = wanted.get(column)
  if (known !== undefined) return known
  const made = {
    names: [column.heading, ...column.accepts].map(compared),
    hints: (hints[column.heading] ?? []).map(compared),
    words: column.heading.toLowerCase().split(/\W+/),
  }
  wanted.set(column, made)
  return made
}

/** How a heading fits a column by its words alone. */
function namedLike({ heading, own, parts }: Heading, column: Column): Named | null {
  if (own.folded === '') return null
  const { names, hints: usual, words } = wantedOf(column)
  if (own.folded === names[0]?.folded) return { score: 1, why: 'the same heading' }
  if (names.some(({ folded }) => folded === own.folded))
    return { score: 1, why: `another heading for ${column.heading}` }
  if (names.some(({ folded }) => parts.includes(folded))) return { score: 0.9, why: 'its last part is the heading' }
  if (usual.some(({ folded }) => folded === own.folded || parts.includes(folded)))
    return { score: 0.85, why: `a usual word for ${column.heading}` }
  const alike = Math.max(...names.map((name) => headingsAlike(0.6, name, own)))
  if (alike >= 0.75) return { score: 0.6 + alike / 5, why: `close to the heading ${column.heading}` }
  const has = new Set(heading.toLowerCase().split(/\W+/))
  if (words.every((word) => word.length > 2 && has.has(word)))
    return { score: 0.7, why: `has the words of ${column.heading}` }
  if (usual.some((hint) => hint.folded.length > 4 && headingsAlike(0.8, hint, own) > 0))
    return { score: 0.65, why: `close to a usual word for ${column.heading}` }
  return alike === 0 ? null : { score: 0.5, why: `a little like the heading ${column.heading}` }
}

/** How well a column of a file fits one of a sheet, by its heading and by its values; null where it does not. */
export function likenessOf(file: FileColumn, column: Column): Likeness | null {
  const { values } = file
  const named = namedLike(file, column)
  if (named === null) return null
  const part = readablePart(column, values)
  if (named.score === 1) return { score: 1, confidence: 'sure', why: named.why }
  if (part !== null && part >= 0.8)
    return {
      score: named.score,
      confidence: named.score >= 0.6 ? 'likely' : 'guess',
      why: `${named.why}; its values fit`,
    }
  if (part === null) return named.score < 0.6 ? null : { ...named, confidence: named.score >= 0.8 ? 'likely' : 'guess' }
  if (column.read.words !== undefined && named.score >= 0.8)
    return {
      score: named.score - 0.1,
      confidence: 'guess',
      why: `${named.why}; a person must say what its values mean`,
    }
  return part < 0.3 || named.score < 0.6
    ? null
    : { score: named.score - 0.2, confidence: 'guess', why: `${named.why}; only some of its values fit` }
}

/** A column of a file that stands for one word of a column of a sheet, ticked. */
export interface TickLikeness extends Likeness {
  readonly word: string
}

/** How well a column of a file fits one word of a column that may be spread over ticks. */
export function tickLikenessOf({ own: { folded }, values }: FileColumn, column: Column): TickLikeness | null {
  if (!column.isTicked) return null
  const ends = [...(column.read.words ?? [])].filter(
    ([form]) => form.length > 2 && folded.endsWith(form) && folded.length > form.length,
  )
  const [form = '', word] = ends.toSorted(([a], [b]) => b.length - a.length)[0] ?? []
  if (word === undefined) return null
  const part = partOf(values, (value) => 'value' in readTick(value, word))
  const named = namedLike(headingOf(folded.slice(0, folded.length - form.length)), column)
  if (named === null || (part !== null && part < 0.8)) return null
  const confidence = named.score === 1 ? 'sure' : named.score >= 0.8 ? 'likely' : 'guess'
  return {
    score: named.score - 0.01,
    confidence,
    why: `${named.why}, with ${word} behind it; its cells are ticks`,
    word,
  }
}
