import type { Role } from '../../../analytics/framework/role.ts'
import type { Answered } from './connection.ts'
import { Refused } from './refused.ts'
import { rolesFor } from './roles-api.ts'
import type { DfeSignIn } from './settings.ts'
import { roleOf, textOf, type Told } from './told.ts'

interface Category {
  readonly role: Role
  readonly is: 'school' | 'trust' | 'council'
  /** The field of the organisation with its code. */
  readonly field: string
  readonly form: RegExp
}

const trust: Category = { role: 'trust user', is: 'trust', field: 'uid', form: /^\d{1,10}$/ }

/** The categories of organisations whose people come here; those of any other are refused. */
const categories = new Map<string, Category>(
  Object.entries({
    '001': { role: 'school user', is: 'school', field: 'urn', form: /^\d{6}$/ },
    '002': { role: 'council officer', is: 'council', field: 'establishmentNumber', form: /^\d{3}$/ },
    '010': trust,
    '013': trust,
  }),
)

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined

/**
 * What DfE Sign-in says of somebody, by the one organisation that they chose there, and the roles they have in it.
 * Source: the organisation claim and the public API of DfE Sign-in.
 */
export async function toldByDfe(
  provider: DfeSignIn,
  { claims }: Answered,
  rolesIn: typeof rolesFor = rolesFor,
): Promise<Told> {
  const chosen = claims['organisation']
  if (Array.isArray(chosen) && chosen.length > 1) throw new Refused('several organisations')
  const claim: unknown = Array.isArray(chosen) ? chosen[0] : chosen
  const organisation = textOf(fieldOf(claim, 'id'))
  const category = categories.get(textOf(fieldOf(fieldOf(claim, 'category'), 'id')))
  const code = textOf(fieldOf(claim, category?.field ?? ''))
  if (category === undefined || organisation === '' || !category.form.test(code))
    throw new Refused('unknown organisation')
  const held = (await rolesIn(provider, organisation, claims.sub)).map((role) => roleOf(provider.roles, role))
  if (!held.includes(category.role)) throw new Refused('no role')
  const named = [claims['given_name'], claims['family_name']].map(textOf).filter((part) => part !== '')
  return {
    provider: provider.id,
    organisation,
    subject: claims.sub,
    name: named.join(' ') || `Somebody of ${provider.name}`,
    role: category.role,
    of: { is: category.is, code, hub: provider.hub ?? null },
  }
}
