import { Table, type Int32, type Uint32, type Uint8 } from 'apache-arrow'
import { achievements } from '../framework/achieved.ts'
import type { Reflection } from './facts.ts'
import { byteColumn, dayColumn, placeColumns, textOrder, type Placed } from './rows.ts'

/**
 * One row a reflection sheet, contiguous by school, then by meeting, URN and month. Days that have not come are
 * `never`; the achieved columns, one a priority, hold 0 (not answered) to 4.
 */
export type ReflectionColumns = {
  school: Uint32
  urn: Uint32
  heldOn: Int32
  month: Uint8
  sentOn: Int32
  returnedOn: Int32
  withdrawnOn: Int32
  achieved1: Uint8
  achieved2: Uint8
  achieved3: Uint8
}

export const reflectionOrder = (a: Reflection, b: Reflection): number =>
  textOrder(a.heldOn, b.heldOn) || a.urn - b.urn || a.month - b.month

export function reflectionTable(rows: readonly Placed<Reflection>[]): Table<ReflectionColumns> {
  const achieved = (priority: number) =>
    byteColumn(rows, (sheet) => achievements.findIndex((word) => word === sheet.achieved[priority - 1]) + 1)
  return new Table({
    ...placeColumns(rows),
    heldOn: dayColumn(rows, ({ heldOn }) => heldOn),
    month: byteColumn(rows, ({ month }) => month),
    sentOn: dayColumn(rows, ({ sentOn }) => sentOn),
    returnedOn: dayColumn(rows, ({ returnedOn }) => returnedOn),
    withdrawnOn: dayColumn(rows, ({ withdrawnOn }) => withdrawnOn),
    achieved1: achieved(1),
    achieved2: achieved(2),
    achieved3: achieved(3),
  })
}
