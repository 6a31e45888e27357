import type { ProblemCode } from '../problem.ts'

/** What a cell says: a value, perhaps with a note on how it was read, or what is wrong with it. */
export type Reading<Value> =
  | { readonly value: Value; readonly note?: string }
  | { readonly problem: ProblemCode; readonly accepted?: string }

/** Reads the text of a cell that is not blank. */
export type ReadCell<Value> = (text: string) => Reading<Value>

const blanks: ReadonlySet<string> = new Set(['n/a', 'na', '-', '\u2013', '\u2014'])

/** Whether a cell is empty, or holds one of the ways of writing that there is nothing to say. */
export const isBlank = (text: string): boolean => text === '' || blanks.has(text.toLowerCase())

/** The text of a cell without the space around it, its line breaks all of one form. */
export const trimmed = (cell: string): string =>
  cell
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/^[\s\u200B\uFEFF]+|[\s\u200B\uFEFF]+$/g, '')
    .normalize('NFC')

export const text: ReadCell<string> = (text) => ({ value: text })
