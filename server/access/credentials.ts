import type { Store } from '../../migrations/open.ts'
import type { CredentialTable } from '../../migrations/tables.ts'
import { keptCodes } from './codes-kept.ts'
import type { Seal } from './seal.ts'

type Kind = CredentialTable['kind']

/** A passkey: its public key, and how often it was used, as it says. */
export interface PasskeyBody {
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}

/** A credential as somebody makes it. */
export type NewCredential =
  | { readonly kind: 'passkey' | 'password'; readonly id: string; readonly body: string }
  | { readonly kind: 'totp'; readonly id: string; readonly secret: string; readonly lastStep: number }

/** Puts the credentials of somebody in the place of those they had. */
export async function replaceCredentials(
  trx: Store,
  seal: Seal,
  personId: string,
  credentials: readonly NewCredential[],
): Promise<void> {
  const madeAt = new Date().toISOString()
  await trx.deleteFrom('credential').where('personId', '=', personId).execute()
  for (const made of credentials) {
    const body =
      made.kind === 'totp' ? JSON.stringify(keptCodes(seal, personId, made.secret, made.lastStep)) : made.body
    await trx
      .insertInto('credential')
      .values({ id: made.id, kind: made.kind, body, personId, madeAt, usedAt: null })
      .execute()
  }
}

/** The body of a person's only credential of a kind, or null. */
export async function findCredential(store: Store, personId: string, kind: Kind): Promise<string | null> {
  const row = await store
    .selectFrom('credential')
    .select('body')
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.body ?? null
}
