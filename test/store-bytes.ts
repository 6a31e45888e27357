import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openStore, type Store } from '../migrations/open.ts'
import { madeStores } from './made-stores.ts'

/** What a store holds, as the bytes of a file of its own. */
async function bytesOf(store: Store): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-test-'))
  const file = join(folder, 'copy.db')
  await sql`vacuum into ${file}`.execute(store)
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return bytes
}

async function made(from: Buffer | ':memory:', fill: (store: Store) => Promise<void>): Promise<Buffer> {
  const store = await openStore(from)
  await fill(store)
  const bytes = await bytesOf(store)
  await store.destroy()
  return bytes
}

/** The same, read where another process of this run made it before. */
async function keptOrMade(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const folder = process.env[madeStores]
  if (folder === undefined) return make()
  const file = join(folder, `${createHash('sha256').update(name).digest('hex')}.db`)
  if (existsSync(file)) return readFileSync(file)
  const bytes = await make()
  const part = `${file}.${process.pid}`
  writeFileSync(part, bytes)
  renameSync(part, file)
  return bytes
}

const madeBefore = new Map<string, Promise<Buffer>>()

function once(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const bytes = madeBefore.get(name) ?? keptOrMade(name, make)
  madeBefore.set(name, bytes)
  return bytes
}

/** The bytes of a store with every table and nothing in them. */
export const emptyBytes = (): Promise<Buffer> => once('empty', () => made(':memory:', async () => {}))

/** The bytes of a store that is filled once, from those of another or of an empty one, by whoever asks first. */
export const storeBytes = (
  name: string,
  fill: (store: Store) => Promise<void>,
  from: () => Promise<Buffer> = emptyBytes,
): Promise<Buffer> => once(name, async () => made(await from(), fill))
