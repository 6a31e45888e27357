import type { Store } from '../../migrations/open.ts'

/** How often something was erased of a hub: what was made of its facts before a further time is not to be used any more. */
export async function countErasures(store: Store, hubId: number): Promise<number> {
  const { count } = await store
    .selectFrom('erasure')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('hubId', '=', hubId)
    .where('kind', '=', 'words')
    .executeTakeFirstOrThrow()
  return count
}
