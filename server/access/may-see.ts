import type { Role } from '../../analytics/framework/role.ts'
import type { Person } from './person.ts'

/** What somebody may want to see, with all that decides whether they may. */
export type Thing = { readonly hubId: number } & (
  | { readonly is: 'hub' | 'files' | 'people' | 'audit log' | 'set-up' | 'returns' | 'council reports' }
  | { readonly is: 'council'; readonly council: string }
  | SchoolThing
)

type SchoolThing = { readonly is: 'school' | 'free text' } & SchoolHeld

/** A school through time: all URNs it ever had, and the code of the trust that has it now. */
export interface SchoolHeld {
  readonly urns: readonly number[]
  readonly trust: string | null
}

/** The people of the hub itself. */
const ofHub: ReadonlySet<Role> = new Set<Role>(['hub leader', 'adviser', 'data steward'])

/**
 * Whether somebody may see a thing. A hub is a wall: nobody sees anything of another. Figures and named schools are
 * for the people of the hub, whole councils for officers of that council, a school for its own people and those of its
 * trust; what was written in words about a school is for an adviser only if the school is assigned to them.
 */
export function maySee(person: Person, thing: Thing): boolean {
  if (thing.hubId !== person.hubId) return false
  if (thing.is === 'hub') return ofHub.has(person.role)
  if (thing.is === 'returns') return person.role === 'hub leader' || person.role === 'data steward'
  if (thing.is === 'council') return person.role === 'council officer' && person.organisation === thing.council
  if (thing.is === 'school' || thing.is === 'free text') return maySeeSchool(person, thing)
  return person.role === 'data steward'
}

function maySeeSchool(person: Person, { is, urns, trust }: SchoolThing): boolean {
  const { role, organisation, assigned } = person
  if (role === 'school user') return urns.some((urn) => String(urn) === organisation)
  if (role === 'trust user') return trust !== null && trust === organisation
  if (role === 'adviser' && is === 'free text') return urns.some((urn) => assigned.includes(urn))
  return ofHub.has(role)
}
