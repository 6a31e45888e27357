import type { Store } from '../../migrations/open.ts'
import type { CredentialTable } from '../../migrations/tables.ts'

type Kind = CredentialTable['kind']

/** A secret for codes, and the half minute of the last one used. */
export interface CodesBody {
  readonly secret: string
  readonly lastStep: number
}

/** A passkey: its public key, and how often it was used, as it says. */
export interface PasskeyBody {
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}

/** A credential as somebody makes it. */
export type NewCredential = Pick<CredentialTable, 'id' | 'kind' | 'body'>

/** Puts the credentials of somebody in the place of those they had. */
export async function replaceCredentials(
  trx: Store,
  personId: string,
  credentials: readonly NewCredential[],
): Promise<void> {
  const madeAt = new Date().toISOString()
  await trx.deleteFrom('credential').where('personId', '=', personId).execute()
  for (const credential of credentials)
    await trx
      .insertInto('credential')
      .values({ ...credential, personId, madeAt, usedAt: null })
      .execute()
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
