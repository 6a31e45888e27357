import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import { patiently } from '../patiently.ts'
import type { Hub } from './hub.ts'

/**
 * The data version at which councils are shown a day, and when it was frozen: the newest one when it was first asked
 * for, and that one ever after, whatever is loaded or corrected later.
 */
export async function findSnapshot(
  store: Store,
  { id: hubId, dataVersion }: Hub,
  asOf: Day,
): Promise<{ readonly dataVersion: number; readonly frozenAt: string }> {
  const find = () =>
    store
      .selectFrom('councilSnapshot')
      .select(['dataVersion', 'frozenAt'])
      .where('hubId', '=', hubId)
      .where('asOf', '=', asOf)
      .executeTakeFirst()
  const frozen = await find()
  if (frozen !== undefined) return frozen
  const made = { hubId, asOf, dataVersion, frozenAt: new Date().toISOString(), approvedAt: null, approvedBy: null }
  await patiently(store, (free) =>
    free
      .insertInto('councilSnapshot')
      .values(made)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return (await find()) ?? made
}
