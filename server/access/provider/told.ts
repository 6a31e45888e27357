import type { Role } from '../../../analytics/framework/role.ts'
import { Refused } from './refused.ts'
import type { Provider } from './settings.ts'

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

/**
 * Refuses whoever did not prove who they are in one of the ways that the settings ask for, by what the provider says of
 * it; one that says nothing is taken for one factor. Source: OpenID Connect Core 1.0, section 2, `acr` and `amr`.
 */
export function checkProof({ provedBy }: Pick<Provider, 'provedBy'>, claims: Readonly<Record<string, unknown>>): void {
  const { acr, amr } = claims
  const ways = new Set([acr, ...(Array.isArray(amr) ? amr : [])].map(textOf))
  if (provedBy?.some((way) => ways.has(way)) === false) throw new Refused('not proved')
}

/** What a provider's role is to a hub; nothing where the settings do not say. */
export const roleOf = (roles: Readonly<Record<string, Role>>, told: string): Role | undefined =>
  Object.hasOwn(roles, told) ? roles[told] : undefined
