import { Type, type Static } from 'typebox'

/** What stands for a number that is not shown, with the words that explain it. */
export const marks = {
  c: 'suppressed to protect the schools behind a small number',
  z: 'not applicable',
  x: 'not available',
  low: 'rounded to nothing but not zero',
  u: 'unreliable',
} as const

export const MarkSchema = Type.Enum(['c', 'z', 'x', 'low', 'u'])
export type Mark = Static<typeof MarkSchema>

/** A number, or the mark that stands for it. */
export type Figure = number | Mark

export const isMark = (value: unknown): value is Mark => typeof value === 'string' && Object.hasOwn(marks, value)
