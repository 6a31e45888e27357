import { makeVector } from 'apache-arrow'
import { dayNumber, type Day } from '../framework/day.ts'
import { never } from './endless.ts'

/** A fact with the row of the school it belongs to. */
export interface Placed<T> {
  readonly school: number
  readonly fact: T
}

/** Facts placed by school and then in the given order; facts of URNs that the register does not know are left out. */
export const placed = <T extends { readonly urn: number }>(
  facts: readonly T[],
  schoolOf: ReadonlyMap<number, number>,
  order: (a: T, b: T) => number,
): readonly Placed<T>[] =>
  facts
    .flatMap((fact) => {
      const school = schoolOf.get(fact.urn)
      return school === undefined ? [] : [{ school, fact }]
    })
    .toSorted((a, b) => a.school - b.school || order(a.fact, b.fact))

/** Where each school's rows begin among placed facts. */
export function startsOf(rows: readonly { readonly school: number }[], schools: number): Uint32Array {
  const starts = new Uint32Array(schools + 1)
  for (const { school } of rows) starts[school + 1]! += 1
  for (let school = 0; school < schools; school++) starts[school + 1]! += starts[school]!
  return starts
}

/** The order of two texts, days among them. */
export const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A column of day numbers, `never` where there is no day. */
export const dayColumn = <T>(rows: readonly Placed<T>[], dayOf: (fact: T) => Day | null) =>
  makeVector(
    Int32Array.from(rows, ({ fact }) => {
      const day = dayOf(fact)
      return day === null ? never : dayNumber(day)
    }),
  )

/** A column of small whole numbers, 0 to 255. */
export const byteColumn = <T>(rows: readonly Placed<T>[], byteOf: (fact: T) => number) =>
  makeVector(Uint8Array.from(rows, ({ fact }) => byteOf(fact)))

/** A column of any numbers, not a number where there is none. */
export const numberColumn = <T>(rows: readonly Placed<T>[], numberOf: (fact: T) => number | null) =>
  makeVector(Float64Array.from(rows, ({ fact }) => numberOf(fact) ?? Number.NaN))

/** A column of academic years, by their first calendar year. */
export const yearColumn = (rows: readonly Placed<{ readonly year: number }>[]) =>
  makeVector(Uint16Array.from(rows, ({ fact }) => fact.year))

/** The columns that place a row: its school and the URN it was recorded under. */
export const placeColumns = (rows: readonly Placed<{ readonly urn: number }>[]) => ({
  school: makeVector(Uint32Array.from(rows, ({ school }) => school)),
  urn: makeVector(Uint32Array.from(rows, ({ fact }) => fact.urn)),
})
