import type { Store } from '../../migrations/open.ts'

/** The code of the trust that has a URN now, or null. */
export async function findTrustOf(store: Store, hubId: number, urn: number): Promise<string | null> {
  const row = await store
    .selectFrom('registerSchool')
    .select('trustCode')
    .where('hubId', '=', hubId)
    .where('urn', '=', urn)
    .where('untilVersion', 'is', null)
    .executeTakeFirst()
  return row?.trustCode ?? null
}

/** The URNs that a trust has now, in order. */
export async function listUrnsOfTrust(store: Store, hubId: number, trust: string): Promise<readonly number[]> {
  const rows = await store
    .selectFrom('registerSchool')
    .select('urn')
    .where('hubId', '=', hubId)
    .where('trustCode', '=', trust)
    .where('untilVersion', 'is', null)
    .orderBy('urn')
    .execute()
  return rows.map(({ urn }) => urn)
}
