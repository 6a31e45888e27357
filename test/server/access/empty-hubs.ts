import { addHub } from '../../../ingest/hub.ts'
import { openStore, type Store } from '../../../migrations/open.ts'
import type { Person } from '../../../server/access/person.ts'
import { storeBytes } from '../../store-bytes.ts'

/** The ids of the two hubs. */
export const [north, south] = [1, 2] as const

/** A store with two hubs, North of LA 901 and South of 902, of which nothing is known; those who ask again get a copy. */
export const emptyHubs = async (): Promise<Store> =>
  openStore(
    await storeBytes('two empty hubs', async (store) => {
      await addHub(store, { name: 'North', area: ['901'], now: '2026-01-01T00:00:00Z' })
      await addHub(store, { name: 'South', area: ['902'], now: '2026-01-01T00:00:00Z' })
    }),
  )

/** Somebody of the north, who is in no store. */
export const steward: Person = {
  id: 'steward',
  name: 'Dora Stave',
  hubId: north,
  role: 'data steward',
  organisation: null,
  assigned: [],
}

/** What the audit log tells, without when. */
export async function logOf(store: Store): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await store.selectFrom('auditLog').selectAll().orderBy('number').execute()
  return rows.map(({ action, personId, hubId, detail }) => ({
    action,
    personId,
    hubId,
    ...(JSON.parse(detail) as object),
  }))
}

/** What was erased, without when. */
export async function erasedIn(store: Store): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await store.selectFrom('erasure').selectAll().orderBy('madeAt').execute()
  return rows.map(({ hubId, kind, body }) => ({ hubId, kind, ...(JSON.parse(body) as object) }))
}
