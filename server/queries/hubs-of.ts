import type { Store } from '../../migrations/open.ts'

/** The hubs that a school, trust or council is of, by name: those whose area it is in, by their registers as of now. */
export async function listHubsOf(
  store: Store,
  is: 'school' | 'trust' | 'council',
  code: string,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const hubs = store
    .selectFrom('hub')
    .innerJoin('hubArea', 'hubArea.hubId', 'hub.id')
    .select(['hub.id', 'hub.name'])
    .distinct()
    .orderBy('hub.name')
  if (is === 'council') return hubs.where('hubArea.la', '=', code).execute()
  const registered = hubs
    .innerJoin('registerSchool', (join) =>
      join.onRef('registerSchool.hubId', '=', 'hub.id').onRef('registerSchool.la', '=', 'hubArea.la'),
    )
    .where('registerSchool.untilVersion', 'is', null)
  return is === 'school'
    ? registered.where('registerSchool.urn', '=', Number(code)).execute()
    : registered.where('registerSchool.trustCode', '=', code).execute()
}
