import type { Float64, Int32, Uint32, Uint8 } from 'apache-arrow'
import { dayNumber } from '../framework/day.ts'
import { closedStatus, stateFundedTypes } from '../framework/establishment.ts'
import { phaseOf, phases } from '../framework/phase.ts'
import type { Words } from './columns.ts'
import { always, forever } from './endless.ts'
import type { RegisterSchool } from './facts.ts'
import { bytes, integers, numbers, wholes, words } from './gathering-columns.ts'
import { gathering, type Gathering } from './gathering.ts'
import type { Schools } from './schools.ts'

/**
 * One row a URN, contiguous by school; within a school in the order in which they speak for it: fewest links to
 * the end of the chain, then the higher URN.
 */
export type UrnColumns = {
  school: Uint32
  urn: Uint32
  name: Words
  la: Words
  district: Words
  town: Words
  trust: Words
  /** How rural it is, as the register's code. */
  urbanRural: Words
  /** Not a number where the register does not say. */
  pupils: Float64
  /** Its place in the list of phases. */
  phase: Uint8
  type: Uint8
  /** 1 where it is state-funded. */
  stateFunded: Uint8
  /** 1 where the register says it has closed. */
  closed: Uint8
  /** The first and the last day number on which it is open. */
  openFrom: Int32
  openUntil: Int32
}

function openUntil({ status, closeOn }: RegisterSchool): number {
  if (status === 1 || status === 3) return forever
  return status === closedStatus && closeOn !== null ? dayNumber(closeOn) : always
}

export const urnGathering = (schools: Schools): Gathering<RegisterSchool, UrnColumns> =>
  gathering<RegisterSchool, UrnColumns>(
    schools,
    {
      urn: wholes(({ urn }) => urn),
      name: words(({ name }) => name),
      la: words(({ la }) => la),
      district: words(({ district }) => district),
      town: words(({ town }) => town),
      trust: words(({ trust }) => trust),
      urbanRural: words(({ urbanRural }) => urbanRural),
      pupils: numbers(({ pupils }) => pupils),
      phase: bytes(({ phase }) => phases.indexOf(phaseOf(phase))),
      type: bytes(({ type }) => type),
      stateFunded: bytes(({ type }) => Number(stateFundedTypes.has(type))),
      closed: bytes(({ status }) => Number(status === closedStatus)),
      openFrom: integers(({ openOn }) => (openOn === null ? always : dayNumber(openOn))),
      openUntil: integers(openUntil),
    },
    ({ urn }) => [{ compare: (row, other) => schools.speaking(urn.at(row), urn.at(other)) }],
  )
