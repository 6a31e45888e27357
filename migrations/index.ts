import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'
import * as spine from './steps/0001-spine.ts'
import * as matchDecision from './steps/0002-match-decision.ts'
import * as criteriaAndCounts from './steps/0003-criteria-and-counts.ts'
import * as mapping from './steps/0004-mapping.ts'
import * as undo from './steps/0005-undo.ts'
import * as importFile from './steps/0006-import.ts'
import * as people from './steps/0008-people.ts'
import * as auditLog from './steps/0009-audit-log.ts'
import * as largeTables from './steps/0010-large-tables.ts'
import * as oneCurrent from './steps/0011-one-current.ts'
import * as providers from './steps/0012-providers.ts'
import * as dataProtection from './steps/0013-data-protection.ts'
import * as areasInTime from './steps/0014-areas-in-time.ts'
import * as returns from './steps/0015-returns.ts'
import * as boundaries from './steps/0016-boundaries.ts'

/** The steps of the store, in order. A step that has landed is never edited. */
export const steps: readonly { name: string; up: (db: Kysely<unknown>, dialect: Dialect) => Promise<void> }[] = [
  { name: '0001-spine', up: spine.up },
  { name: '0002-match-decision', up: matchDecision.up },
  { name: '0003-criteria-and-counts', up: criteriaAndCounts.up },
  { name: '0004-mapping', up: mapping.up },
  { name: '0005-undo', up: undo.up },
  { name: '0006-import', up: importFile.up },
  { name: '0008-people', up: people.up },
  { name: '0009-audit-log', up: auditLog.up },
  { name: '0010-large-tables', up: largeTables.up },
  { name: '0011-one-current', up: oneCurrent.up },
  { name: '0012-providers', up: providers.up },
  { name: '0013-data-protection', up: dataProtection.up },
  { name: '0014-areas-in-time', up: areasInTime.up },
  { name: '0015-returns', up: returns.up },
  { name: '0016-boundaries', up: boundaries.up },
]
