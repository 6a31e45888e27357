import type { Role } from '../../analytics/framework/role.ts'
import type { Store } from '../../migrations/open.ts'
import type { LoginSessionTable } from '../../migrations/tables.ts'
import { isBusy, withoutBlocking } from '../patiently.ts'
import { findPerson } from '../queries/person.ts'
import type { Person } from './person.ts'
import { hashOf, newSecret } from './secret.ts'

type Way = LoginSessionTable['way']

/** A sign-in that still holds: whose it is, and the secret that the browser showed. */
export interface LoginSession {
  readonly person: Person
  readonly secret: string
  readonly way: Way
  /** Which provider the person came from; null where they came by themselves. */
  readonly provided: Provided | null
}

/** Which outside provider somebody came from, and its word of them, sealed. */
export interface Provided {
  readonly provider: string
  readonly word: string
}

const minute = 60_000

/** How long a login session lasts without being used, and in all: people of the hub work whole days with it. */
const lasts: Readonly<Record<'hub' | 'others', { readonly idle: number; readonly whole: number }>> = {
  hub: { idle: 60 * minute, whole: 12 * 60 * minute },
  others: { idle: 30 * minute, whole: 8 * 60 * minute },
}

const limitsOf = (role: Role) => lasts[role === 'school user' || role === 'trust user' ? 'others' : 'hub']

/** A login session to begin. */
interface NewLoginSession {
  readonly personId: string
  readonly role: Role
  readonly way: Way
  readonly browser: string
  readonly provided?: Provided | null
}

/** Begins a login session for somebody; gives the secret for their browser, of which only a hash is kept. */
export async function beginLoginSession(
  store: Store,
  { personId, role, way, browser, provided = null }: NewLoginSession,
  now: Date,
): Promise<string> {
  const secret = newSecret()
  const at = now.toISOString()
  await store.deleteFrom('loginSession').where('endsAt', '<', at).execute()
  await store
    .insertInto('loginSession')
    .values({
      hash: hashOf(secret),
      personId,
      way,
      browser,
      provider: provided?.provider ?? null,
      providerWord: provided?.word ?? null,
      beganAt: at,
      seenAt: at,
      endsAt: new Date(now.getTime() + limitsOf(role).whole).toISOString(),
    })
    .execute()
  return secret
}

/**
 * The login session of a secret; null where there is none, it has ended or was not used for too long, or its person
 * may no longer sign in. That it is used is noted once a minute, unless the store is being written to.
 */
export async function findLoginSession(store: Store, secret: string, now: Date): Promise<LoginSession | null> {
  const hash = hashOf(secret)
  const row = await store.selectFrom('loginSession').selectAll().where('hash', '=', hash).executeTakeFirst()
  if (row === undefined || row.endsAt <= now.toISOString()) return null
  const person = await findPerson(store, row.personId)
  if (person === null) return null
  const unused = now.getTime() - Date.parse(row.seenAt)
  if (unused > limitsOf(person.role).idle) return null
  if (unused > minute) await noteUse(store, hash, now)
  const { way, provider, providerWord: word } = row
  return { person, secret, way, provided: provider === null || word === null ? null : { provider, word } }
}

async function noteUse(store: Store, hash: string, now: Date): Promise<void> {
  try {
    const seenAt = now.toISOString()
    await withoutBlocking(store, (free) =>
      free.updateTable('loginSession').set({ seenAt }).where('hash', '=', hash).execute(),
    )
  } catch (error) {
    if (!isBusy(error)) throw error
  }
}

/** Ends one login session of a person. */
export async function endLoginSession(store: Store, personId: string, hash: string): Promise<boolean> {
  const { numDeletedRows } = await store
    .deleteFrom('loginSession')
    .where('personId', '=', personId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Ends all login sessions of a person; gives how many there were. */
export async function endLoginSessions(store: Store, personId: string): Promise<number> {
  const { numDeletedRows } = await store.deleteFrom('loginSession').where('personId', '=', personId).executeTakeFirst()
  return Number(numDeletedRows)
}
