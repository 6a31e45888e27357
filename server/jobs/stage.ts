import { createHash, randomBytes } from 'node:crypto'
import type { Store } from '../../migrations/open.ts'
import type { ImportFileTable, ImportState } from '../../migrations/tables.ts'
import { patiently } from '../patiently.ts'
import { daysKept } from './days-kept.ts'

/** A file that begins to come in. */
export interface Arriving {
  readonly hubId: number
  readonly name: string
  readonly by: string
  readonly now: string
}

const partSize = 2 ** 20

/** The chunks of a stream brought together in parts of a megabyte. */
async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    gathered.push(chunk)
    size += chunk.length
    if (size < partSize) continue
    yield Buffer.concat(gathered)
    gathered = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(gathered)
}

/** Stages a file part by part as it comes in, never whole in memory; returns its id, hash and size. It is not open yet. */
export async function stage(
  store: Store,
  { hubId, name, by, now }: Arriving,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly id: string; readonly hash: string; readonly size: number }> {
  const id = randomBytes(18).toString('base64url')
  const row = { id, hubId, name, size: 0, state: 'arriving' as const, createdAt: now, createdBy: by }
  const blank = { hash: null, kind: null, year: null, mapping: null, version: null, findings: null, said: null }
  await patiently(store, (free) =>
    free
      .insertInto('importFile')
      .values({ ...row, ...blank, receiptId: null })
      .execute(),
  )
  try {
    return { id, ...(await keepParts(store, id, chunks)) }
  } catch (error) {
    await dropImport(store, id)
    throw error
  }
}

async function keepParts(store: Store, importId: string, chunks: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let [size, number] = [0, 0]
  for await (const bytes of inParts(chunks)) {
    hash.update(bytes)
    size += bytes.length
    number += 1
    const part = { importId, number, bytes }
    await patiently(store, (free) => free.insertInto('importPart').values(part).execute())
  }
  return { hash: hash.digest('hex'), size }
}

/** A file of the hub that waits with the same name and content as one that has just come in. */
export const findTwin = (
  store: Store,
  { hubId, name }: Arriving,
  hash: string,
): Promise<{ readonly id: string } | undefined> =>
  store
    .selectFrom('importFile')
    .select('id')
    .where('hubId', '=', hubId)
    .where('name', '=', name)
    .where('hash', '=', hash)
    .where('state', 'not in', ['arriving', 'loaded', 'left out'])
    .executeTakeFirst()

/** Where a file stands, and what goes with that. */
export type Standing = Partial<Omit<ImportFileTable, 'id' | 'hubId'>> & { readonly state: ImportState }

/** Moves a file on, if it still stands where it is thought to; false where somebody was quicker. */
export async function move(
  store: Store,
  id: string,
  from: readonly ImportState[],
  to: Standing,
  version?: number,
): Promise<boolean> {
  const { numUpdatedRows } = await patiently(store, (free) =>
    free
      .updateTable('importFile')
      .set(to)
      .where('id', '=', id)
      .where('state', 'in', from)
      .$if(version !== undefined, (query) => query.where('version', '=', version ?? null))
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}

/** Lets go of a file's bytes, once nobody needs them. */
export async function emptyImport(store: Store, id: string): Promise<void> {
  await patiently(store, (free) => free.deleteFrom('importPart').where('importId', '=', id).execute())
}

/** Forgets a file altogether. */
export async function dropImport(store: Store, id: string): Promise<void> {
  await patiently(store, (free) => free.deleteFrom('importFile').where('id', '=', id).execute())
}

/** Clears away the files that nobody came back to, and those that never came in whole. */
export async function clearAbandoned(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - daysKept * 86_400_000).toISOString()
  await patiently(store, (free) => free.deleteFrom('importFile').where('createdAt', '<', before).execute())
}
