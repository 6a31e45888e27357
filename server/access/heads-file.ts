import { appendFile, readFile } from 'node:fs/promises'
import type { Store } from '../../migrations/open.ts'
import type { Head } from './verify-log.ts'

/** The file beside a database in which the heads of its audit log are kept; it belongs with the backups. */
export const headsFileOf = (storeFile: string): string => `${storeFile}.audit-heads`

/** Adds the head of the log as it is now, a line of instant, row and hash. */
export async function keepHead(store: Store, file: string): Promise<void> {
  const { number, hash } = await store.selectFrom('auditHead').select(['number', 'hash']).executeTakeFirstOrThrow()
  if (number > 0) await appendFile(file, `${new Date().toISOString()} ${number} ${hash}\n`)
}

/** The heads that a file holds; none where there is no such file. */
export async function readHeads(file: string): Promise<readonly Head[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    const [, number, hash] = /^\S+ (\d+) ([0-9a-f]{64})$/.exec(line) ?? []
    return hash === undefined ? [] : [{ number: Number(number), hash }]
  })
}
