import type { Kysely } from 'kysely'
import type { Tables } from '../../migrations/tables.ts'
import { namingKey } from './naming.ts'

/** What a person settled: the URN of the school that a naming means. */
export interface Decision {
  readonly urn: number
  readonly decidedAt: string
}

/** The decisions of a hub that stand, by `namingKey`. */
export type Decisions = ReadonlyMap<string, Decision>

/** The decisions of a hub: of several on one naming the last stands. */
export async function readDecisions(db: Kysely<Tables>, hubId: number): Promise<Decisions> {
  const rows = await db.selectFrom('matchDecision').selectAll().where('hubId', '=', hubId).orderBy('id').execute()
  return new Map(rows.map((row) => [namingKey(row), row]))
}
