import type { Int32, Uint32, Uint8 } from 'apache-arrow'
import { addMonths } from '../framework/day.ts'
import { levelCode } from '../framework/level.ts'
import type { Words } from './columns.ts'
import type { Audit } from './facts.ts'
import { bytes, days, wholes, words } from './gathering-columns.ts'
import { gathering, type Gathering } from './gathering.ts'
import type { Schools } from './schools.ts'

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

const level = (strand: number) => bytes(({ levels }: Audit) => levelCode(levels[strand] ?? null))

/** The audits, each under the framework that `frameworkOf` gives for it. */
export const auditGathering = (
  schools: Schools,
  frameworkOf: (audit: Audit) => string | null,
): Gathering<Audit, AuditColumns> =>
  gathering<Audit, AuditColumns>(
    schools,
    {
      urn: wholes(({ urn }) => urn),
      heldOn: days(({ heldOn }) => heldOn),
      due12On: days(({ heldOn }) => addMonths(heldOn, 12)),
      due24On: days(({ heldOn }) => addMonths(heldOn, 24)),
      adviser: words(({ adviser }) => adviser),
      framework: words(frameworkOf),
      level0: level(0),
      level1: level(1),
      level2: level(2),
      level3: level(3),
    },
    ({ heldOn, urn }) => [heldOn, urn],
  )
