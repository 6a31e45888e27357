import type { ProblemCode } from '../problem.ts'

/** What a cell says: a value, perhaps with a note on how it was read, or what is wrong with it. */
export type Reading<Value> =
  | { readonly value: Value; readonly note?: string }
  | { readonly problem: ProblemCode; readonly accepted?: string }

/** Reads the text of a cell that is not blank. */
export interface ReadCell<Value> {
  (text: string): Reading<Value>
  /** Where it reads words of a list: each word by its folded form, short forms included. */
  readonly words?: ReadonlyMap<string, string>
  /** The word that says there is none of them. */
  readonly none?: string
}

/** The words that a reader knows, in order, and the one for none of them; no words for readers of other things. */
export const wordsOf = ({ words, none }: ReadCell<unknown>): readonly string[] => [
  ...new Set(words?.values()),
  ...(none === undefined ? [] : [none]),
]

const blanks: ReadonlySet<string> = new Set(['n/a', 'na', '-', '\u2013', '\u2014'])

/** Whether a cell is empty, or holds one of the ways of writing that there is nothing to say. */
export const isBlank = (text: string): boolean => text === '' || blanks.has(text.toLowerCase())

/** Space, and signs that take none: of direction, of joining, of byte order. */
const unseen = /[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/

/** Most cells are plain text with nothing around it, as every cell of a long file is asked several times. */
const plain = /^(?:[!-~](?:[ -~]*[!-~])?)?$/

/**
 * The text of a cell without what cannot be seen around it, its line breaks all of one form. The ends are sought sign
 * by sign: an expression for both would take hours over a cell with a million spaces within.
 */
export function trimmed(cell: string): string {
  if (plain.test(cell)) return cell
  let [from, to] = [0, cell.length]
  while (from < to && unseen.test(cell.charAt(from))) from += 1
  while (to > from && unseen.test(cell.charAt(to - 1))) to -= 1
  return cell.slice(from, to).replaceAll(/\r\n?/g, '\n').normalize('NFC')
}

export const text: ReadCell<string> = (text) => ({ value: text })
