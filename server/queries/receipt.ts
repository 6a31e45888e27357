import { undoneBy } from '../../ingest/standing.ts'
import type { Store } from '../../migrations/open.ts'
import type { ReceiptTable } from '../../migrations/tables.ts'

/** What a load did, with its notes as sentences; `undoneBy` is the receipt that took it back, if it does not stand. */
export interface Receipt extends Omit<ReceiptTable, 'notes'> {
  readonly notes: readonly string[]
  readonly undoneBy: number | null
}

/** The receipts of a hub, the newest first. */
export async function listReceipts(store: Store, hubId: number): Promise<readonly Receipt[]> {
  const rows = await store
    .selectFrom('receipt')
    .selectAll()
    .where('hubId', '=', hubId)
    .orderBy('dataVersion', 'desc')
    .execute()
  const undone = undoneBy(rows)
  return rows.map(({ notes, ...receipt }) => ({
    ...receipt,
    notes: JSON.parse(notes) as readonly string[],
    undoneBy: undone.get(receipt.id) ?? null,
  }))
}

/** The receipt of the load of a file that was reviewed at a data version, if it was loaded as the next thing. */
export async function findReceiptOf(
  store: Store,
  hubId: number,
  { hash, version }: { readonly hash: string | null; readonly version: number | null },
): Promise<number | undefined> {
  const receipt = await store
    .selectFrom('receipt')
    .select('id')
    .where('hubId', '=', hubId)
    .where('fileHash', '=', hash)
    .where('dataVersion', '=', (version ?? 0) + 1)
    .executeTakeFirst()
  return receipt?.id
}
