import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import type { CouncilSnapshotTable } from '../../migrations/tables.ts'

/** What councils are shown of a day: the data version, and when that was approved. It does not change any more. */
export interface ApprovedSnapshot {
  readonly asOf: Day
  readonly dataVersion: number
  readonly approvedAt: string
}

/** The newest approved snapshot of a hub up to a day, or null. */
export async function findApproved(store: Store, hubId: number, upTo: Day): Promise<ApprovedSnapshot | null> {
  const row = await store
    .selectFrom('councilSnapshot')
    .select(['asOf', 'dataVersion', 'approvedAt'])
    .where('hubId', '=', hubId)
    .where('asOf', '<=', upTo)
    .where('approvedAt', 'is not', null)
    .orderBy('asOf', 'desc')
    .executeTakeFirst()
  return row === undefined || row.approvedAt === null ? null : { ...row, approvedAt: row.approvedAt }
}

/** What is known of the snapshot of a day, approved or not; undefined where nothing is frozen for it. */
export const findSnapshot = (store: Store, hubId: number, asOf: Day): Promise<CouncilSnapshotTable | undefined> =>
  store.selectFrom('councilSnapshot').selectAll().where('hubId', '=', hubId).where('asOf', '=', asOf).executeTakeFirst()

/** Freezes a day at a data version and approves that for councils; false where it was approved before. */
export async function approveSnapshot(
  trx: Store,
  snapshot: { readonly hubId: number; readonly asOf: Day; readonly dataVersion: number },
  by: string,
): Promise<boolean> {
  const now = new Date().toISOString()
  const approved = { approvedAt: now, approvedBy: by }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('councilSnapshot')
    .values({ ...snapshot, frozenAt: now, ...approved })
    .onConflict((conflict) =>
      conflict.columns(['hubId', 'asOf']).doUpdateSet(approved).where('councilSnapshot.approvedAt', 'is', null),
    )
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) > 0
}
