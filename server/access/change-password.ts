import type { Store } from '../../migrations/open.ts'
import { findSignInName } from '../queries/person.ts'
import { logged } from './audit-log.ts'
import type { LoginSession } from './login-session.ts'
import { hashPassword } from './password.ts'
import type { Seal } from './seal.ts'
import { hashOf } from './secret.ts'
import { whoTyped, type Typed } from './show-who.ts'

/** What somebody types to have another password: the one they have, a code of their app, and the new one. */
export type PasswordChange = Omit<Typed, 'signInName'> & { readonly next: string }

/**
 * Puts a password in the place of the one that somebody has, and ends their other sign-ins. False where the one they
 * have and the code do not belong together, which counts as a wrong try to sign in.
 */
export async function changePassword(
  store: Store,
  seal: Seal,
  { person, secret }: Pick<LoginSession, 'person' | 'secret'>,
  { next, ...typed }: PasswordChange,
): Promise<boolean> {
  const { id: personId, hubId } = person
  const signInName = await findSignInName(store, personId)
  if (typeof (await whoTyped(store, seal, { ...typed, signInName }, new Date())) === 'string') return false
  const changed = { body: await hashPassword(next), madeAt: new Date().toISOString() }
  await logged(store, async (trx, log) => {
    await trx
      .updateTable('credential')
      .set(changed)
      .where('personId', '=', personId)
      .where('kind', '=', 'password')
      .execute()
    await trx.deleteFrom('loginSession').where('personId', '=', personId).where('hash', '!=', hashOf(secret)).execute()
    await log({ hubId, personId, action: 'changed a password' })
  })
  return true
}
