import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Store } from '../migrations/open.ts'

/** Whether a write failed only because another connection writes. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

const between = 40
const most = 5 * 60_000

/**
 * Writes as soon as no other connection does. A file being loaded holds the store for as long as that takes; meanwhile
 * this waits without holding up the server. Fails after five minutes.
 */
export async function patiently<T>(store: Store, write: (store: Store) => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += between)
    try {
      return await withoutBlocking(store, write)
    } catch (error) {
      if (!isBusy(error) || waited >= most) throw error
      await pause(between)
    }
}

/** SQLite's own waiting would stop the whole thread. */
export const withoutBlocking = <T>(store: Store, write: (store: Store) => Promise<T>): Promise<T> =>
  store.connection().execute(async (connection) => {
    await sql`pragma busy_timeout = 0`.execute(connection)
    try {
      return await write(connection)
    } finally {
      await sql`pragma busy_timeout = 5000`.execute(connection)
    }
  })
