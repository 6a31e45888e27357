import type { Role } from '../../../analytics/framework/role.ts'

/** What a provider's word of somebody comes to here. */
export interface Told {
  readonly provider: string
  /** The organisation of the provider's own within which it knows them, and by what name. */
  readonly organisation: string
  readonly subject: string
  readonly name: string
  readonly role: Role
  /** What they are of: a council, school or trust by its code, or a hub by its name. */
  readonly of:
    | { readonly is: 'school' | 'trust' | 'council'; readonly code: string; readonly hub: string | null }
    | { readonly is: 'hub'; readonly hub: string }
}

/** A claim as text; blank where it is none. */
export const textOf = (claim: unknown): string =>
  typeof claim === 'string' ? claim.trim() : typeof claim === 'number' ? String(claim) : ''

/** What a provider's role is to a hub; nothing where the settings do not say. */
export const roleOf = (roles: Readonly<Record<string, Role>>, told: string): Role | undefined =>
  Object.hasOwn(roles, told) ? roles[told] : undefined
