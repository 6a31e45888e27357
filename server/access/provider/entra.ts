import { organisationOf } from '../../../analytics/framework/role.ts'
import type { Answered } from './connection.ts'
import { Refused } from './refused.ts'
import type { Entra } from './settings.ts'
import { roleOf, textOf, type Told } from './told.ts'

/**
 * What Microsoft Entra ID says of somebody: known by directory and object, never by an address; let in by the list of
 * directories; what they are by the one app role they have. Source: Microsoft's reference of ID token claims.
 */
export function toldByEntra({ id: provider, name, tenants, roles }: Entra, { claims }: Answered): Told {
  const [organisation, subject] = [textOf(claims['tid']), textOf(claims['oid'])]
  const tenant = tenants.find((each) => each.id === organisation)
  if (tenant === undefined || subject === '') throw new Refused('unknown organisation')
  const held = claims['roles']
  const ours = new Set((Array.isArray(held) ? held : []).flatMap((role) => roleOf(roles, textOf(role)) ?? []))
  const [role] = ours
  if (ours.size > 1) throw new Refused('several roles')
  // Whoever is of a council, school or trust comes by a provider that says of which.
  if (role === undefined || organisationOf[role] !== null) throw new Refused('no role')
  const called = textOf(claims['name']) || `Somebody of ${name}`
  return { provider, organisation, subject, name: called, role, of: { is: 'hub', hub: tenant.hub } }
}
