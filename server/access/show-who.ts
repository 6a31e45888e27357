import type { Store } from '../../migrations/open.ts'
import { logged, note } from './audit-log.ts'
import { patiently } from '../patiently.ts'
import { findPerson } from '../queries/person.ts'
import { stepOf } from './code.ts'
import { secretOf, type CodesKept } from './codes-kept.ts'
import { findCredential } from './credentials.ts'
import { shownPasskey, type Site } from './passkey.ts'
import { hashPassword, isPassword } from './password.ts'
import type { Person } from './person.ts'
import type { Seal } from './seal.ts'
import { newSecret } from './secret.ts'

/** What somebody typed to sign in. */
export interface Typed {
  readonly signInName: string
  readonly password: string
  readonly code: string
}

type Refusal = 'wrong' | 'locked' | 'key lost'

/** How many wrong passwords and codes lock somebody out, and for how long. */
export const [mostFailures, lockedFor] = [10, 15 * 60_000]

/** Compared with where there is nobody of a name, so that this takes as long as a wrong password. */
let nobodys: Promise<string> | undefined
const nobodysPassword = (): Promise<string> => (nobodys ??= hashPassword(newSecret()))

/**
 * Whoever has typed their name, their password and a code of their app; `wrong` where any of these is not right, and
 * nothing tells which; `locked` after too many wrong ones, until some time has gone by; `key lost` where the secret of
 * the codes was sealed with another key, so that only a new invitation lets them in.
 */
export async function whoTyped(
  store: Store,
  seal: Seal,
  { signInName, password, code }: Typed,
  now: Date,
): Promise<Person | Refusal> {
  const row = await store
    .selectFrom('person')
    .select(['id', 'hubId', 'failedCount', 'failedAt'])
    .where('signInName', '=', signInName.trim().toLowerCase())
    .executeTakeFirst()
  if (row === undefined) {
    await isPassword(await nobodysPassword(), password)
    await note(store, { hubId: null, personId: 'unknown', action: 'sign-in refused', detail: { way: 'password' } })
    return 'wrong'
  }
  const { id: personId, hubId, failedCount } = row
  const isOver = now.getTime() - Date.parse(row.failedAt ?? '1970-01-01') > lockedFor
  const refuse = (why: Refusal) =>
    logged(store, async (trx, log) => {
      const count = why === 'wrong' ? (isOver ? 0 : failedCount) + 1 : failedCount
      const failed = { failedCount: count, failedAt: now.toISOString() }
      if (why === 'wrong') await trx.updateTable('person').set(failed).where('id', '=', personId).execute()
      await log({ hubId, personId, action: 'sign-in refused', detail: { way: 'password', why, count } })
      return why
    })
  if (failedCount >= mostFailures && !isOver) return refuse('locked')

  const hashed = await findCredential(store, personId, 'password')
  const isRight = await isPassword(hashed ?? (await nobodysPassword()), password)
  const codes = await findCredential(store, personId, 'totp')
  const person = await findPerson(store, personId)
  if (hashed === null || codes === null || !isRight || person === null) return refuse('wrong')
  const kept = JSON.parse(codes) as CodesKept
  const secret = secretOf(seal, personId, kept)
  if (secret === null) return refuse('key lost')
  const step = stepOf(secret, code, kept.lastStep, now)
  if (step === null) return refuse('wrong')

  const body = JSON.stringify({ ...kept, lastStep: step } satisfies CodesKept)
  const isFirst = await patiently(store, (free) =>
    free.transaction().execute(async (trx) => {
      // Of two who send the same code at once only one finds it as it was.
      const { numUpdatedRows } = await trx
        .updateTable('credential')
        .set({ body, usedAt: now.toISOString() })
        .where('personId', '=', personId)
        .where('kind', '=', 'totp')
        .where('body', '=', codes)
        .executeTakeFirst()
      await trx.updateTable('person').set({ failedCount: 0, failedAt: null }).where('id', '=', personId).execute()
      return numUpdatedRows > 0n
    }),
  )
  return isFirst ? person : refuse('wrong')
}

/** Whoever has shown a passkey; null where nobody has, or somebody who may not sign in. */
export async function whoShowed(
  store: Store,
  site: Site,
  challenge: string,
  response: unknown,
): Promise<Person | null> {
  const id: unknown = typeof response === 'object' && response !== null ? Reflect.get(response, 'id') : null
  const row = await store
    .selectFrom('credential')
    .select(['id', 'personId', 'body'])
    .where('kind', '=', 'passkey')
    .where('id', '=', typeof id === 'string' ? id : '')
    .executeTakeFirst()
  const body = row === undefined ? null : await shownPasskey(site, challenge, response, row)
  const person = row === undefined || body === null ? null : await findPerson(store, row.personId)
  if (row === undefined || body === null || person === null) {
    const personId = row?.personId ?? 'unknown'
    await note(store, { hubId: null, personId, action: 'sign-in refused', detail: { way: 'passkey' } })
    return null
  }
  const used = { body, usedAt: new Date().toISOString() }
  await patiently(store, (free) => free.updateTable('credential').set(used).where('id', '=', row.id).execute())
  return person
}
