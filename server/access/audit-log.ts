import { createHash } from 'node:crypto'
import type { Store } from '../../migrations/open.ts'
import type { AuditLogTable } from '../../migrations/tables.ts'
import { patiently } from '../patiently.ts'
import type { Action } from './action.ts'

/** What is written into the audit log: who did what to what. Of people it holds ids only, and no free text. */
export interface Entry {
  /** The hub it is about; null where none is known. */
  readonly hubId: number | null
  readonly personId: string
  readonly action: Action
  readonly detail?: Readonly<Record<string, unknown>>
}

/** The hash of a row of the log: of the hash before it and of all it says, in one order. */
export const rowHash = ({ hashBefore, number, hubId, at, personId, action, detail }: Omit<AuditLogTable, 'hash'>) =>
  createHash('sha256')
    .update(JSON.stringify([hashBefore, number, hubId, at, personId, action, detail]))
    .digest('hex')

/** Writes into the audit log within a transaction, so that it is kept if and only if what it tells of is. */
export async function writeEntry(trx: Store, { hubId, personId, action, detail = {} }: Entry): Promise<void> {
  // The head is written first: from here to the end of the transaction nobody else writes.
  const { number, hash: hashBefore } = await trx
    .updateTable('auditHead')
    .set((eb) => ({ number: eb('number', '+', 1) }))
    .returning(['number', 'hash'])
    .executeTakeFirstOrThrow()
  const row = {
    number,
    hubId,
    at: new Date().toISOString(),
    personId,
    action,
    detail: JSON.stringify(detail),
    hashBefore,
  }
  const hash = rowHash(row)
  await trx
    .insertInto('auditLog')
    .values({ ...row, hash })
    .execute()
  await trx.updateTable('auditHead').set({ hash }).execute()
}

/** Does a piece of work and writes what it did into the audit log: both are kept, or neither. */
export const logged = <T>(
  store: Store,
  work: (trx: Store, log: (entry: Entry) => Promise<void>) => Promise<T>,
): Promise<T> =>
  patiently(store, (free) => free.transaction().execute((trx) => work(trx, (entry) => writeEntry(trx, entry))))

/** Writes one entry of something that changed nothing else. */
export const note = (store: Store, entry: Entry): Promise<void> => logged(store, (_, log) => log(entry))
