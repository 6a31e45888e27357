import { Table, type Int32, type Uint32, type Uint8 } from 'apache-arrow'
import { addMonths } from '../framework/day.ts'
import { levelCode } from '../framework/level.ts'
import { wordColumn, type Words } from './columns.ts'
import type { Audit } from './facts.ts'
import { byteColumn, dayColumn, placeColumns, textOrder, type Placed } from './rows.ts'

/**
 * One row an audit, contiguous by school, then by day, then by URN. The level columns, one a strand in the order of
 * the audit tool, hold 0 (not rated) to 4.
 */
export type AuditColumns = {
  school: Uint32
  urn: Uint32
  heldOn: Int32
  /** The days on which its reflections fall due. */
  due12On: Int32
  due24On: Int32
  adviser: Words
  framework: Words
  level0: Uint8
  level1: Uint8
  level2: Uint8
  level3: Uint8
}

export const auditOrder = (a: Audit, b: Audit): number => textOrder(a.heldOn, b.heldOn) || a.urn - b.urn

/** The audits, each under the framework that `frameworkOf` gives for it. */
export function auditTable(
  rows: readonly Placed<Audit>[],
  frameworkOf: (audit: Audit) => string | null,
): Table<AuditColumns> {
  const level = (strand: number) => byteColumn(rows, ({ levels }) => levelCode(levels[strand] ?? null))
  return new Table({
    ...placeColumns(rows),
    heldOn: dayColumn(rows, ({ heldOn }) => heldOn),
    due12On: dayColumn(rows, ({ heldOn }) => addMonths(heldOn, 12)),
    due24On: dayColumn(rows, ({ heldOn }) => addMonths(heldOn, 24)),
    adviser: wordColumn(rows.map(({ fact }) => fact.adviser)),
    framework: wordColumn(rows.map(({ fact }) => frameworkOf(fact))),
    level0: level(0),
    level1: level(1),
    level2: level(2),
    level3: level(3),
  })
}
