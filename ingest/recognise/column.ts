import { foldHeading } from './heading.ts'
import type { ReadCell } from './reading.ts'

/**
 * One column of a kind of sheet. A `required` column must be in the file and each of its cells filled; the cells of a
 * `present` column may be blank; an `optional` column may be missing.
 */
export interface Column<Value = unknown, Need extends string = string> {
  readonly heading: string
  /** Other headings taken for this column, best first. */
  readonly accepts: readonly string[]
  readonly need: Need
  readonly read: ReadCell<Value>
}

export type Columns = Readonly<Record<string, Column>>

const columnOf =
  <Need extends string>(need: Need) =>
  <Value>(heading: string, read: ReadCell<Value>, accepts: readonly string[] = []): Column<Value, Need> => ({
    heading,
    accepts,
    need,
    read,
  })

export const required = columnOf('required')
export const present = columnOf('present')
export const optional = columnOf('optional')

/** Where in a row each column stands: the places of all headings taken for it, best first. */
export type Places = Readonly<Record<string, readonly number[]>>

export function placesOf(columns: Columns, headings: readonly string[]): Places {
  const folded = headings.map(foldHeading)
  return Object.fromEntries(
    Object.entries(columns).map(([key, { heading, accepts }]) => [
      key,
      [heading, ...accepts].map((name) => folded.indexOf(foldHeading(name))).filter((place) => place >= 0),
    ]),
  )
}
