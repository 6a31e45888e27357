import { appendFile, readFile } from 'node:fs/promises'
import { countOn, redact } from '../../ingest/redact.ts'
import type { Store } from '../../migrations/open.ts'
import type { ErasureTable } from '../../migrations/tables.ts'
import { logged } from './audit-log.ts'
import { withdraw } from './consent.ts'
import type { Erased } from './erasures.ts'
import { operator } from './person.ts'
import { shutOut } from './shut-out.ts'

/** The file beside a database in which what was erased is kept as marks; it belongs with the backups. */
export const erasuresFileOf = (storeFile: string): string => `${storeFile}.erasures`

/** The marks that a file holds, each a line of JSON; none where there is no such file. */
async function readErasures(file: string): Promise<readonly ErasureTable[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ErasureTable]))
}

/** Adds to the file the marks that it does not hold yet. */
export async function keepErasures(store: Store, storeFile: string): Promise<void> {
  if (storeFile === ':memory:') return
  const file = erasuresFileOf(storeFile)
  const known = new Set((await readErasures(file)).map(({ id }) => id))
  const rows = await store.selectFrom('erasure').selectAll().orderBy('madeAt').orderBy('id').execute()
  const lines = rows.filter(({ id }) => !known.has(id)).map((row) => `${JSON.stringify(row)}\n`)
  if (lines.length > 0) await appendFile(file, lines.join(''), { mode: 0o600 })
}

/**
 * Erases again what the file says was erased and the database does not know of, as after the restore of an older copy;
 * gives how many marks that were. Both know the same afterwards.
 */
export async function eraseAgain(store: Store, storeFile: string): Promise<number> {
  if (storeFile === ':memory:') return 0
  const marks = await readErasures(erasuresFileOf(storeFile))
  const known = new Set((await store.selectFrom('erasure').select('id').execute()).map(({ id }) => id))
  const hubs = new Set((await store.selectFrom('hub').select('id').execute()).map(({ id }) => id))
  const missing = marks.filter(({ id, hubId }) => !known.has(id) && hubs.has(hubId))
  if (missing.length > 0)
    await logged(store, async (trx, log) => {
      for (const mark of missing) {
        await apply(trx, mark)
        await trx
          .insertInto('erasure')
          .values(mark)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      for (const hubId of new Set(missing.map((mark) => mark.hubId))) {
        const marks = missing.filter((mark) => mark.hubId === hubId).length
        await log({ hubId, personId: operator.id, action: 'erased again after a restore', detail: { marks } })
      }
    })
  await keepErasures(store, storeFile)
  return missing.length
}

async function apply(trx: Store, { hubId, kind, body }: ErasureTable): Promise<void> {
  const erased = { kind, ...(JSON.parse(body) as object) } as Erased
  switch (erased.kind) {
    case 'person':
      await trx.deleteFrom('person').where('hubId', '=', hubId).where('id', '=', erased.person).execute()
      await shutOut(trx, hubId, erased.shutOut ?? [])
      return
    case 'contact':
      await trx.deleteFrom('contact').where('hubId', '=', hubId).where('id', '=', erased.contact).execute()
      return
    case 'words':
      await redact(trx, hubId, erased, erased.spans)
      await countOn(trx, hubId, [erased.table])
      return
    case 'withdrawal':
      await withdraw(trx, hubId, erased, operator.id)
  }
}
