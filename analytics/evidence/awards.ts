import { Table, type Int32, type Uint32, type Uint8 } from 'apache-arrow'
import { awardMonths, awards } from '../framework/award.ts'
import { addMonths } from '../framework/day.ts'
import type { AwardGiven } from './facts.ts'
import { byteColumn, dayColumn, placeColumns, textOrder, type Placed } from './rows.ts'

/** One row an award, contiguous by school, then by award day, award, meeting and URN. */
export type AwardColumns = {
  school: Uint32
  urn: Uint32
  heldOn: Int32
  awardOn: Int32
  /** The last day on which it is valid. */
  validUntil: Int32
  /** Its place in the list of awards, lowest first. */
  award: Uint8
  followUpOn: Int32
}

export const awardOrder = (a: AwardGiven, b: AwardGiven): number =>
  textOrder(a.awardOn, b.awardOn) ||
  awards.indexOf(a.award) - awards.indexOf(b.award) ||
  textOrder(a.heldOn, b.heldOn) ||
  a.urn - b.urn

export const awardTable = (rows: readonly Placed<AwardGiven>[]): Table<AwardColumns> =>
  new Table({
    ...placeColumns(rows),
    heldOn: dayColumn(rows, ({ heldOn }) => heldOn),
    awardOn: dayColumn(rows, ({ awardOn }) => awardOn),
    validUntil: dayColumn(rows, ({ awardOn }) => addMonths(awardOn, awardMonths)),
    award: byteColumn(rows, ({ award }) => awards.indexOf(award)),
    followUpOn: dayColumn(rows, ({ followUpOn }) => followUpOn),
  })
