import type { Store } from '../../migrations/open.ts'
import type { FrozenViewTable } from '../../migrations/tables.ts'

/** The frozen views of a hub, the newest first. */
export const listFrozenViews = (store: Store, hubId: number): Promise<readonly FrozenViewTable[]> =>
  store
    .selectFrom('frozenView')
    .selectAll()
    .where('hubId', '=', hubId)
    .orderBy('frozenAt', 'desc')
    .orderBy('id')
    .execute()

/** A frozen view of a hub by its id; undefined where there is none. */
export const findFrozenView = (store: Store, hubId: number, id: string): Promise<FrozenViewTable | undefined> =>
  store.selectFrom('frozenView').selectAll().where('hubId', '=', hubId).where('id', '=', id).executeTakeFirst()
