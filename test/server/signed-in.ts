import type { Role } from '../../analytics/framework/role.ts'
import type { Store } from '../../migrations/open.ts'
import { cookieName } from '../../server/access/cookie.ts'
import { beginLoginSession } from '../../server/access/login-session.ts'
import { newId } from '../../server/access/secret.ts'
import { listHubs } from '../../server/queries/hub.ts'

/** Somebody to sign in as: a data steward of the first hub, if nothing else is said. */
export interface SignedIn {
  readonly role?: Role
  readonly hubId?: number
  readonly organisation?: string | null
  readonly assigned?: readonly number[]
  readonly name?: string
}

/** Makes somebody and a login session of theirs in the store; gives the person's id and the cookie of their browser. */
export async function signedIn(
  store: Store,
  { role = 'data steward', hubId, organisation = null, assigned = [], name = `A ${role}` }: SignedIn = {},
): Promise<{ readonly id: string; readonly cookie: string }> {
  const [first] = await listHubs(store)
  const [id, madeAt] = [newId(), new Date().toISOString()]
  const made = { madeAt, madeBy: 'test', disabledAt: null, failedAt: null, isSample: 0 }
  await store
    .insertInto('person')
    .values({ id, hubId: hubId ?? first?.id ?? 0, name, signInName: id, role, organisation, ...made })
    .execute()
  for (const urn of assigned) await store.insertInto('personSchool').values({ personId: id, urn }).execute()
  const session = { personId: id, role, way: 'password' as const, browser: 'Test' }
  return { id, cookie: `${cookieName(null)}=${await beginLoginSession(store, session, new Date())}` }
}

/** The same cookie as a browser is given it. */
export function cookieFor(url: string, cookie: string): { name: string; value: string; url: string } {
  const [name = '', value = ''] = cookie.split('=')
  return { name, value, url }
}
