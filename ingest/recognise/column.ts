import { foldHeading, soughtOf } from './heading.ts'
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
  /** Whether each of its words may have a column of its own, ticked where it holds. */
  readonly isTicked: boolean
}

export type Columns = Readonly<Record<string, Column>>

const columnOf =
  <Need extends string>(need: Need) =>
  <Value>(heading: string, read: ReadCell<Value>, accepts: readonly string[] = []): Column<Value, Need> => ({
    heading,
    accepts,
    need,
    read,
    isTicked: false,
  })

export const required = columnOf('required')
export const present = columnOf('present')
export const optional = columnOf('optional')

/** A column whose words may each have a column of their own, ticked where it holds. */
export const ticked = <C extends Column>(column: C): C => ({ ...column, isTicked: true })

/** Where in a row each column stands: the places of all headings taken for it, best first. */
export type Places = Readonly<Record<string, readonly number[]>>

const folded = new WeakMap<Column, readonly string[]>()

/** The headings taken for a column, folded, best first. */
export function namesOf(column: Column): readonly string[] {
  const names = folded.get(column) ?? [column.heading, ...column.accepts].map(foldHeading)
  folded.set(column, names)
  return names
}

/**
 * Where each column stands, by its whole heading; else by the lower part of a heading in parts, such as
 * `Ratings - Co-curricular`, where one only has it.
 */
export function placesOf(columns: Columns, headings: readonly string[]): Places {
  const { folded: own, below } = soughtOf(headings)
  const whole = Object.entries(columns).map(([key, column]) => {
    const places = namesOf(column).map((name) => own.indexOf(name))
    return [key, places.filter((place) => place >= 0)] as const
  })
  const used = new Set(whole.flatMap(([, places]) => places))
  return Object.fromEntries(
    whole.map(([key, places]) => {
      const column = columns[key]
      if (column === undefined || places.length > 0) return [key, places]
      const lower = new Set(namesOf(column).flatMap((name) => below.get(name) ?? []))
      return [key, lower.size === 1 ? [...lower].filter((place) => !used.has(place)) : []]
    }),
  )
}
