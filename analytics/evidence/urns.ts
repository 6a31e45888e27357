import { Table, makeVector, type Float64, type Int32, type Uint32, type Uint8 } from 'apache-arrow'
import { dayNumber } from '../framework/day.ts'
import { closedStatus, stateFundedTypes } from '../framework/establishment.ts'
import { phaseOf, phases } from '../framework/phase.ts'
import { wordColumn, type Words } from './columns.ts'
import { always, forever } from './endless.ts'
import type { RegisterSchool } from './facts.ts'
import type { Chains } from './identity.ts'
import { byteColumn, numberColumn, placeColumns, type Placed } from './rows.ts'

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

/** The order in which the URNs of one school speak for it. */
export const speakingOrder =
  ({ linksToEnd }: Chains) =>
  (a: Pick<RegisterSchool, 'urn'>, b: Pick<RegisterSchool, 'urn'>): number =>
    (linksToEnd.get(a.urn) ?? 0) - (linksToEnd.get(b.urn) ?? 0) || b.urn - a.urn

function openUntil({ status, closeOn }: RegisterSchool): number {
  if (status === 1 || status === 3) return forever
  return status === closedStatus && closeOn !== null ? dayNumber(closeOn) : always
}

export const urnTable = (rows: readonly Placed<RegisterSchool>[]): Table<UrnColumns> =>
  new Table({
    ...placeColumns(rows),
    name: wordColumn(rows.map(({ fact }) => fact.name)),
    la: wordColumn(rows.map(({ fact }) => fact.la)),
    district: wordColumn(rows.map(({ fact }) => fact.district)),
    town: wordColumn(rows.map(({ fact }) => fact.town)),
    trust: wordColumn(rows.map(({ fact }) => fact.trust)),
    urbanRural: wordColumn(rows.map(({ fact }) => fact.urbanRural)),
    pupils: numberColumn(rows, ({ pupils }) => pupils),
    phase: byteColumn(rows, ({ phase }) => phases.indexOf(phaseOf(phase))),
    type: byteColumn(rows, ({ type }) => type),
    stateFunded: byteColumn(rows, ({ type }) => (stateFundedTypes.has(type) ? 1 : 0)),
    closed: byteColumn(rows, ({ status }) => (status === closedStatus ? 1 : 0)),
    openFrom: makeVector(
      Int32Array.from(rows, ({ fact: { openOn } }) => (openOn === null ? always : dayNumber(openOn))),
    ),
    openUntil: makeVector(Int32Array.from(rows, ({ fact }) => openUntil(fact))),
  })
