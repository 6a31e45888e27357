import type { Kysely } from 'kysely'
import type { Tables } from '../../migrations/tables.ts'
import { undoneBy } from '../standing.ts'
import type { FormerName } from './names.ts'

/**
 * The names that earlier data versions of a hub's register had, each until the extract that no longer had it. A name
 * that only a load since undone told was never one.
 */
export async function readFormerNames(db: Kysely<Tables>, hubId: number): Promise<readonly FormerName[]> {
  const receipts = await db
    .selectFrom('receipt')
    .select(['id', 'undoes', 'dataVersion', 'extractOn'])
    .where('hubId', '=', hubId)
    .execute()
  const undone = undoneBy(receipts)
  const takenBack = receipts.filter(({ id }) => undone.has(id))
  const superseded = await db
    .selectFrom('registerSchool')
    .select(['urn', 'name', (eb) => eb.fn.max('untilVersion').as('version')])
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is not', null)
    .$if(takenBack.length > 0, (query) =>
      query
        .where(
          'receiptId',
          'not in',
          takenBack.map(({ id }) => id),
        )
        .where(
          'untilVersion',
          'not in',
          takenBack.map(({ dataVersion }) => dataVersion),
        ),
    )
    .groupBy(['urn', 'name'])
    .execute()
  const extractOf = new Map(receipts.map(({ dataVersion, extractOn }) => [dataVersion, extractOn]))
  return superseded.map(({ urn, name, version }) => ({ urn, name, until: extractOf.get(Number(version)) ?? null }))
}
