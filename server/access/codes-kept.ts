import type { Store } from '../../migrations/open.ts'
import type { Seal } from './seal.ts'

/** What is kept of somebody's codes: their secret, sealed, and the half minute of the last one used. */
export interface CodesKept {
  readonly sealed: string
  readonly lastStep: number
}

const purposeOf = (personId: string): string => `codes of ${personId}`

/** What is kept of a new secret of somebody's codes. */
export const keptCodes = (seal: Seal, personId: string, secret: string, lastStep: number): CodesKept => ({
  sealed: seal.close(secret, purposeOf(personId)),
  lastStep,
})

/** The secret of somebody's codes; null where it was sealed with a key that is lost. */
export function secretOf(seal: Seal, personId: string, { sealed }: CodesKept): string | null {
  try {
    return seal.open(sealed, purposeOf(personId))
  } catch {
    return null
  }
}

/** Seals the secrets that stand in a store as they are, from before there was a seal; gives how many did. */
export async function sealCodes(store: Store, seal: Seal): Promise<number> {
  const rows = await store
    .selectFrom('credential')
    .select(['id', 'personId', 'body'])
    .where('kind', '=', 'totp')
    .where('body', 'like', '%"secret"%')
    .execute()
  for (const { id, personId, body } of rows) {
    const { secret, lastStep } = JSON.parse(body) as { readonly secret: string; readonly lastStep: number }
    const kept = JSON.stringify(keptCodes(seal, personId, secret, lastStep))
    await store.updateTable('credential').set({ body: kept }).where('id', '=', id).where('body', '=', body).execute()
  }
  return rows.length
}
