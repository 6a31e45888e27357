import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import type { Store } from '../../migrations/open.ts'
import type { RemarkTable } from '../../migrations/tables.ts'

/** All remarks of a hub, the newest first. */
export const listRemarks = (store: Store, hubId: number): Promise<readonly RemarkTable[]> =>
  store.selectFrom('remark').selectAll().where('hubId', '=', hubId).orderBy('id', 'desc').execute()

/** A remark of a hub by its number; undefined where there is none. */
export const findRemark = (store: Store, hubId: number, id: number): Promise<RemarkTable | undefined> =>
  store.selectFrom('remark').selectAll().where('hubId', '=', hubId).where('id', '=', id).executeTakeFirst()

/** Of some remarks those that stand: neither withdrawn nor superseded by another. */
export function standing(remarks: readonly RemarkTable[]): readonly RemarkTable[] {
  const superseded = new Set(remarks.map(({ replaces }) => replaces))
  return remarks.filter(({ id, withdrawnAt }) => withdrawnAt === null && !superseded.has(id))
}

/** What was remarked on the measures of a return and approved for others to read, the oldest first. */
export async function listCommentary(
  store: Store,
  hubId: number,
  { indicators }: ReturnProfile,
): Promise<readonly string[]> {
  const measures = new Set(indicators.map(({ numerator }) => numerator.measure))
  const remarks = standing(await listRemarks(store, hubId))
  return remarks
    .filter(({ measure, approvedAt, scope }) => measures.has(measure) && approvedAt !== null && scope === '')
    .map(({ text }) => text)
    .toReversed()
}
