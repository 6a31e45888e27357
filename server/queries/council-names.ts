import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Store } from '../../migrations/open.ts'

/** The councils of England that have schools, by LA code, as the Department for Education lists them. */
function readCouncilList(): ReadonlyMap<string, string> {
  const rows: Record<string, string>[] = parse(readFileSync(new URL('councils.csv', import.meta.url)), {
    columns: true,
  })
  return new Map(rows.map(({ Code: code = '', Name: name = '' }) => [code, name]))
}

/** The names of councils by LA code: those of England, and what a hub's own register calls them. */
export async function readCouncilNames(store: Store, hubId: number): Promise<ReadonlyMap<string, string>> {
  const rows = await store
    .selectFrom('registerSchool')
    .select(['la', 'laName'])
    .distinct()
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is', null)
    .where('laName', 'is not', null)
    .execute()
  return new Map([...readCouncilList(), ...rows.map(({ la, laName }) => [la, laName ?? la] as const)])
}
