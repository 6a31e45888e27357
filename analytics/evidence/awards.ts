import type { Int32, Uint32, Uint8 } from 'apache-arrow'
import { awardMonths, awards } from '../framework/award.ts'
import { addMonths } from '../framework/day.ts'
import type { AwardGiven } from './facts.ts'
import { bytes, days, wholes } from './gathering-columns.ts'
import { gathering, type Gathering } from './gathering.ts'
import type { Schools } from './schools.ts'

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

export const awardGathering = (schools: Schools): Gathering<AwardGiven, AwardColumns> =>
  gathering<AwardGiven, AwardColumns>(
    schools,
    {
      urn: wholes(({ urn }) => urn),
      heldOn: days(({ heldOn }) => heldOn),
      awardOn: days(({ awardOn }) => awardOn),
      validUntil: days(({ awardOn }) => addMonths(awardOn, awardMonths)),
      award: bytes(({ award }) => awards.indexOf(award)),
      followUpOn: days(({ followUpOn }) => followUpOn),
    },
    ({ awardOn, award, heldOn, urn }) => [awardOn, award, heldOn, urn],
  )
