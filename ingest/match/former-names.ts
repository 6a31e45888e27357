import type { Kysely } from 'kysely'
import type { Tables } from '../../migrations/tables.ts'
import type { FormerName } from './names.ts'

/** The names that earlier data versions of a hub's register had, each until the extract that no longer had it. */
export async function readFormerNames(db: Kysely<Tables>, hubId: number): Promise<readonly FormerName[]> {
  const superseded = await db
    .selectFrom('registerSchool')
    .select(['urn', 'name', (eb) => eb.fn.max('untilVersion').as('version')])
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is not', null)
    .groupBy(['urn', 'name'])
    .execute()
  if (superseded.length === 0) return []
  const receipts = await db
    .selectFrom('receipt')
    .select(['dataVersion', 'extractOn'])
    .where('hubId', '=', hubId)
    .execute()
  const extractOf = new Map(receipts.map(({ dataVersion, extractOn }) => [dataVersion, extractOn]))
  return superseded.map(({ urn, name, version }) => ({ urn, name, until: extractOf.get(Number(version)) ?? null }))
}
