import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openStore, type Store } from '../migrations/open.ts'

/** What a store holds, as the bytes of a file of its own. */
async function bytesOf(store: Store): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-test-'))
  const file = join(folder, 'copy.db')
  await sql`vacuum into ${file}`.execute(store)
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return bytes
}

const madeBefore = new Map<string, Promise<Buffer>>()

/** The bytes of a store that is filled once, and closed, by whoever asks first. */
export function storeBytes(name: string, fill: (store: Store) => Promise<void>): Promise<Buffer> {
  const make = async (): Promise<Buffer> => {
    const store = await openStore(':memory:')
    await fill(store)
    const bytes = await bytesOf(store)
    await store.destroy()
    return bytes
  }
  const bytes = madeBefore.get(name) ?? make()
  madeBefore.set(name, bytes)
  return bytes
}
