import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'

export interface Hub {
  readonly id: number
  readonly name: string
  readonly dataVersion: number
}

const columns = ['id', 'name', 'dataVersion'] as const

/** Every hub of the store, by name. */
export const listHubs = (store: Store): Promise<readonly Hub[]> =>
  store.selectFrom('hub').select(columns).orderBy('name').execute()

/** The hub of a name, or undefined. */
export const findHub = (store: Store, name: string): Promise<Hub | undefined> =>
  store.selectFrom('hub').select(columns).where('name', '=', name).executeTakeFirst()

/** The hub of an id that is known to be there. */
export const getHub = (store: Store, id: number): Promise<Hub> =>
  store.selectFrom('hub').select(columns).where('id', '=', id).executeTakeFirstOrThrow()

/** A hub's data version now. */
export async function findDataVersion(store: Store, hubId: number): Promise<number> {
  const { dataVersion } = await store
    .selectFrom('hub')
    .select('dataVersion')
    .where('id', '=', hubId)
    .executeTakeFirstOrThrow()
  return dataVersion
}

/** A council of a hub's area by its LA code, with the first and the last day that it is one; null for no end. */
export interface Council {
  readonly la: string
  readonly fromOn: Day | null
  readonly toOn: Day | null
}

/** The councils of a hub, as its area was known at a data version, by code. */
export const listCouncils = (store: Store, hubId: number, version: number): Promise<readonly Council[]> =>
  store
    .selectFrom('hubArea')
    .select(['la', 'fromOn', 'toOn'])
    .where('hubId', '=', hubId)
    .where('fromVersion', '<=', version)
    .where((eb) => eb.or([eb('untilVersion', 'is', null), eb('untilVersion', '>', version)]))
    .orderBy('la')
    .execute()
