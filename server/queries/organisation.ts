import type { Store } from '../../migrations/open.ts'
import type { Person } from '../access/person.ts'

/** What the register calls the council, school or trust that somebody is of; null where they are of the hub itself. */
export async function findOrganisationName(
  store: Store,
  { hubId, role, organisation }: Pick<Person, 'hubId' | 'role' | 'organisation'>,
): Promise<string | null> {
  if (organisation === null) return null
  const current = store.selectFrom('registerSchool').where('hubId', '=', hubId).where('untilVersion', 'is', null)
  const named =
    role === 'council officer'
      ? current.select('laName as name').where('la', '=', organisation)
      : role === 'trust user'
        ? current.select('trust as name').where('trustCode', '=', organisation)
        : current.select('name').where('urn', '=', Number(organisation))
  return (await named.executeTakeFirst())?.name ?? organisation
}
