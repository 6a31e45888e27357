import type { Store } from '../../migrations/open.ts'
import type { RegisterSchoolTable } from '../../migrations/tables.ts'

const atOnce = 500

/** What the register says now of some URNs: name, town and open days, by URN. */
export async function findNamed(
  store: Store,
  hubId: number,
  urns: readonly number[],
): Promise<ReadonlyMap<number, Pick<RegisterSchoolTable, 'name' | 'town' | 'openOn' | 'closeOn'>>> {
  const found = new Map<number, Pick<RegisterSchoolTable, 'name' | 'town' | 'openOn' | 'closeOn'>>()
  for (let from = 0; from < urns.length; from += atOnce) {
    const rows = await store
      .selectFrom('registerSchool')
      .select(['urn', 'name', 'town', 'openOn', 'closeOn'])
      .where('hubId', '=', hubId)
      .where('urn', 'in', urns.slice(from, from + atOnce))
      .where('untilVersion', 'is', null)
      .execute()
    for (const { urn, ...row } of rows) found.set(urn, row)
  }
  return found
}
