import type { Float64, Uint16, Uint32, Uint8 } from 'apache-arrow'
import { fsmBases } from '../framework/fsm-basis.ts'
import type { Words } from './columns.ts'
import type { SchoolFsm, SchoolYear } from './facts.ts'
import { bytes, numbers, wholes, words, years, type GatheringColumn } from './gathering-columns.ts'
import { gathering, type Gathering, type Ordering } from './gathering.ts'
import type { Schools } from './schools.ts'

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

/** Newest year first, then as the URNs speak for the school. */
const newestFirst =
  ({ speaking }: Schools) =>
  ({ year, urn }: Readonly<Record<'year' | 'urn', GatheringColumn<never>>>): readonly Ordering[] => [
    { compare: (row, other) => year.compare(other, row) },
    { compare: (row, other) => speaking(urn.at(row), urn.at(other)) },
  ]

export const schoolYearGathering = (schools: Schools): Gathering<SchoolYear, SchoolYearColumns> =>
  gathering<SchoolYear, SchoolYearColumns>(
    schools,
    {
      urn: wholes(({ urn }) => urn),
      year: years(({ year }) => year),
      pupils: numbers(({ pupils }) => pupils),
      sendPercent: numbers(({ sendPercent }) => sendPercent),
      deprivationDecile: numbers(({ deprivationDecile }) => deprivationDecile),
      ruralUrban: words(({ ruralUrban }) => ruralUrban),
    },
    newestFirst(schools),
  )

export const schoolFsmGathering = (schools: Schools): Gathering<SchoolFsm, SchoolFsmColumns> =>
  gathering<SchoolFsm, SchoolFsmColumns>(
    schools,
    {
      urn: wholes(({ urn }) => urn),
      year: years(({ year }) => year),
      basis: bytes(({ basis }) => fsmBases.indexOf(basis)),
      percent: numbers(({ percent }) => percent),
    },
    newestFirst(schools),
  )
