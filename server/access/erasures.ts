import type { Place, Spans } from '../../ingest/redact.ts'
import type { Store } from '../../migrations/open.ts'
import type { ErasureTable } from '../../migrations/tables.ts'
import { newId } from './secret.ts'

/** What was erased, by ids and hashes: who holds these marks alone learns nobody's name or address. */
export type Erased =
  /** With the marks of how providers knew them, where they were shut out. */
  | { readonly kind: 'person'; readonly person: string; readonly shutOut?: readonly string[] }
  | { readonly kind: 'contact'; readonly contact: string }
  | ({ readonly kind: 'words'; readonly spans: Spans } & Place)
  | {
      readonly kind: 'withdrawal'
      readonly id: string
      readonly contacts: readonly string[]
      readonly mark: string
      readonly withdrawnOn: string
      readonly source: 'request form' | 'message' | 'spoken' | 'letter'
    }

/** Writes down what was erased, within the transaction that erases it. */
export async function keepErased(trx: Store, hubId: number, erased: Erased): Promise<void> {
  const { kind, ...body } = erased
  const row: ErasureTable = {
    id: newId(),
    hubId,
    madeAt: new Date().toISOString(),
    kind,
    body: JSON.stringify(body),
  }
  await trx.insertInto('erasure').values(row).execute()
}
