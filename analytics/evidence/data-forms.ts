import { Table, type Float64, type Uint16, type Uint32, type Uint8 } from 'apache-arrow'
import { dataFormFigures } from '../framework/data-form-figure.ts'
import { wordColumn, type Words } from './columns.ts'
import type { DataForm, FormFigure } from './facts.ts'
import { byteColumn, numberColumn, placeColumns, textOrder, yearColumn, type Placed } from './rows.ts'

/** One row a school and academic year for which it sent a data form. */
export type DataFormColumns = { school: Uint32; urn: Uint32; year: Uint16 }

export const dataFormTable = (rows: readonly Placed<DataForm>[]): Table<DataFormColumns> =>
  new Table({ ...placeColumns(rows), year: yearColumn(rows) })

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

export const formFigureOrder = (a: FormFigure, b: FormFigure): number =>
  a.year - b.year ||
  a.urn - b.urn ||
  dataFormFigures.indexOf(a.figure) - dataFormFigures.indexOf(b.figure) ||
  textOrder(a.breakdown, b.breakdown)

export const formFigureTable = (rows: readonly Placed<FormFigure>[]): Table<FormFigureColumns> =>
  new Table({
    ...placeColumns(rows),
    year: yearColumn(rows),
    figure: byteColumn(rows, ({ figure }) => dataFormFigures.indexOf(figure)),
    breakdown: wordColumn(rows.map(({ fact }) => fact.breakdown)),
    value: numberColumn(rows, ({ value }) => value),
    estimated: byteColumn(rows, ({ estimated }) => (estimated === true ? 1 : 0)),
  })
