import type { Float64, Uint16, Uint32, Uint8 } from 'apache-arrow'
import { dataFormFigures } from '../framework/data-form-figure.ts'
import type { Words } from './columns.ts'
import type { DataForm, FormFigure } from './facts.ts'
import { bytes, numbers, wholes, words, years } from './gathering-columns.ts'
import { gathering, type Gathering } from './gathering.ts'
import type { Schools } from './schools.ts'

/** One row a school and academic year for which it sent a data form. */
export type DataFormColumns = { school: Uint32; urn: Uint32; year: Uint16 }

export const dataFormGathering = (schools: Schools): Gathering<DataForm, DataFormColumns> =>
  gathering<DataForm, DataFormColumns>(
    schools,
    { urn: wholes(({ urn }) => urn), year: years(({ year }) => year) },
    ({ year }) => [year],
  )

/** One row a figure of a data form, contiguous by school, then by year, URN, figure and breakdown. */
export type FormFigureColumns = {
  school: Uint32
  urn: Uint32
  year: Uint16
  /** Its place in the list of figures. */
  figure: Uint8
  breakdown: Words
  value: Float64
  /** 1 where the form says that it is estimated. */
  estimated: Uint8
}

export const formFigureGathering = (schools: Schools): Gathering<FormFigure, FormFigureColumns> =>
  gathering<FormFigure, FormFigureColumns>(
    schools,
    {
      urn: wholes(({ urn }) => urn),
      year: years(({ year }) => year),
      figure: bytes(({ figure }) => dataFormFigures.indexOf(figure)),
      breakdown: words(({ breakdown }) => breakdown),
      value: numbers(({ value }) => value),
      estimated: bytes(({ estimated }) => Number(estimated === true)),
    },
    ({ year, urn, figure, breakdown }) => [year, urn, figure, breakdown],
  )
