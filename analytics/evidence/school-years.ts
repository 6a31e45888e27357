import { Table, type Float64, type Uint16, type Uint32, type Uint8 } from 'apache-arrow'
import { fsmBases } from '../framework/fsm-basis.ts'
import { wordColumn, type Words } from './columns.ts'
import type { SchoolFsm, SchoolYear } from './facts.ts'
import { byteColumn, numberColumn, placeColumns, yearColumn, type Placed } from './rows.ts'

/**
 * One row a URN and academic year of which something is known, contiguous by school, newest year first, then in the
 * order in which the URNs speak for the school. Numbers that are not known are not a number.
 */
export type SchoolYearColumns = {
  school: Uint32
  urn: Uint32
  year: Uint16
  pupils: Float64
  sendPercent: Float64
  deprivationDecile: Float64
  ruralUrban: Words
}

/** One row a URN, academic year and basis on which a percentage is known, in the same order. */
export type SchoolFsmColumns = {
  school: Uint32
  urn: Uint32
  year: Uint16
  /** Its place in the list of bases. */
  basis: Uint8
  percent: Float64
}

type OfYear = { readonly urn: number; readonly year: number }

/** The order of what is known of one school: newest year first, then as the URNs speak. */
export const schoolYearOrder =
  (speaking: (a: OfYear, b: OfYear) => number) =>
  (a: OfYear, b: OfYear): number =>
    b.year - a.year || speaking(a, b)

export const schoolYearTable = (rows: readonly Placed<SchoolYear>[]): Table<SchoolYearColumns> =>
  new Table({
    ...placeColumns(rows),
    year: yearColumn(rows),
    pupils: numberColumn(rows, ({ pupils }) => pupils),
    sendPercent: numberColumn(rows, ({ sendPercent }) => sendPercent),
    deprivationDecile: numberColumn(rows, ({ deprivationDecile }) => deprivationDecile),
    ruralUrban: wordColumn(rows.map(({ fact }) => fact.ruralUrban)),
  })

export const schoolFsmTable = (rows: readonly Placed<SchoolFsm>[]): Table<SchoolFsmColumns> =>
  new Table({
    ...placeColumns(rows),
    year: yearColumn(rows),
    basis: byteColumn(rows, ({ basis }) => fsmBases.indexOf(basis)),
    percent: numberColumn(rows, ({ percent }) => percent),
  })
