import type { Role } from '../../analytics/framework/role.ts'
import type { Person } from './person.ts'

/** What somebody may want to see, with all that decides whether they may. */
export type Thing = { readonly hubId: number } & (
  | { readonly is: 'hub' | 'files' | 'people' | 'audit log' }
  | { readonly is: 'council'; readonly council: string }
  | ({ readonly is: 'school' | 'free text' } & SchoolHeld)
)

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
  switch (thing.is) {
    case 'hub':
      return ofHub.has(person.role)
    case 'files':
    case 'people':
    case 'audit log':
      return person.role === 'data steward'
    case 'council':
      return person.role === 'council officer' && person.organisation === thing.council
    case 'school':
      return ofHub.has(person.role) || isOwn(person, thing)
    case 'free text':
      return person.role === 'adviser'
        ? thing.urns.some((urn) => person.assigned.includes(urn))
        : ofHub.has(person.role) || isOwn(person, thing)
  }
}

/** Whether a school is a person's own, or one of their trust. */
function isOwn({ role, organisation }: Person, { urns, trust }: SchoolHeld): boolean {
  if (role === 'school user') return urns.some((urn) => String(urn) === organisation)
  return role === 'trust user' && trust !== null && trust === organisation
}
