import type { Int32, Uint32, Uint8 } from 'apache-arrow'
import { achievements } from '../framework/achieved.ts'
import type { Reflection } from './facts.ts'
import { bytes, days, wholes } from './gathering-columns.ts'
import { gathering, type Gathering } from './gathering.ts'
import type { Schools } from './schools.ts'

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

const achieved = (priority: number) =>
  bytes((sheet: Reflection) => achievements.findIndex((word) => word === sheet.achieved[priority - 1]) + 1)

export const reflectionGathering = (schools: Schools): Gathering<Reflection, ReflectionColumns> =>
  gathering<Reflection, ReflectionColumns>(
    schools,
    {
      urn: wholes(({ urn }) => urn),
      heldOn: days(({ heldOn }) => heldOn),
      month: bytes(({ month }) => month),
      sentOn: days(({ sentOn }) => sentOn),
      returnedOn: days(({ returnedOn }) => returnedOn),
      withdrawnOn: days(({ withdrawnOn }) => withdrawnOn),
      achieved1: achieved(1),
      achieved2: achieved(2),
      achieved3: achieved(3),
    },
    ({ heldOn, urn, month }) => [heldOn, urn, month],
  )
