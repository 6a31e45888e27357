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

/** Seals the secrets that stand in a store as they are, or sealed with an older key; gives how many did. */
export async function sealCodes(store: Store, seal: Seal): Promise<number> {
  const rows = await store
    .selectFrom('credential')
    .select(['id', 'personId', 'body'])
    .where('kind', '=', 'totp')
    .execute()
  const changed = rows.flatMap((row) => {
    const kept = sealedAnew(seal, row.personId, JSON.parse(row.body) as CodesKept | CodesBare)
    return kept === null ? [] : [{ ...row, kept: JSON.stringify(kept) }]
  })
  for (const { id, body, kept } of changed)
    await store.updateTable('credential').set({ body: kept }).where('id', '=', id).where('body', '=', body).execute()
  return changed.length
}

/** What was kept of somebody's codes before there was a seal. */
interface CodesBare {
  readonly secret: string
  readonly lastStep: number
}

/** What is to be kept of somebody's codes instead; null where they are sealed with the newest key, or one that is lost. */
function sealedAnew(seal: Seal, personId: string, kept: CodesKept | CodesBare): CodesKept | null {
  if ('secret' in kept) return keptCodes(seal, personId, kept.secret, kept.lastStep)
  const sealed = seal.renew(kept.sealed, purposeOf(personId))
  return sealed === null ? null : { ...kept, sealed }
}
