import { Table, makeVector, type Uint16, type Uint32 } from 'apache-arrow'
import type { DataForm } from './facts.ts'
import { placeColumns, type Placed } from './rows.ts'

/** One row a school and academic year for which it sent a data form. */
export type DataFormColumns = { school: Uint32; urn: Uint32; year: Uint16 }

export const dataFormTable = (rows: readonly Placed<DataForm>[]): Table<DataFormColumns> =>
  new Table({ ...placeColumns(rows), year: makeVector(Uint16Array.from(rows, ({ fact }) => fact.year)) })
