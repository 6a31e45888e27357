import type { Store } from '../../migrations/open.ts'
import { rowHash } from './audit-log.ts'

/** How far the log went at some time, and the hash of its last row then. */
export interface Head {
  readonly number: number
  readonly hash: string
}

/** What a check of the audit log found. */
export interface Verdict {
  readonly rows: number
  readonly head: Head
  /** What is wrong, as sentences, the first faults only; none where the log is whole. */
  readonly faults: readonly string[]
  /** Whether the log is sound but shorter than it was: its tail was cut, or an older copy was restored. */
  readonly isShorter: boolean
}

const nothing = '0'.repeat(64)
const atOnce = 1000
const mostFaults = 20

/**
 * Reads the whole audit log and checks that no row was changed, put in, moved or taken out: each row's hash is made of
 * the row and of the hash before it, and the log goes as far as its head and as every head that was kept elsewhere.
 */
export async function verifyLog(store: Store, kept: readonly Head[] = []): Promise<Verdict> {
  const faults: string[] = []
  const wanted = new Map(kept.map(({ number, hash }) => [number, hash]))
  let last: Head = { number: 0, hash: nothing }
  for (let isMore = true; isMore;) {
    const rows = await store
      .selectFrom('auditLog')
      .selectAll()
      .where('number', '>', last.number)
      .orderBy('number')
      .limit(atOnce)
      .execute()
    for (const { hash, ...row } of rows) {
      if (row.number !== last.number + 1) faults.push(`row ${last.number + 1} is missing`)
      if (row.hashBefore !== last.hash) faults.push(`row ${row.number} does not follow the row before it`)
      if (hash !== rowHash(row)) faults.push(`row ${row.number} was changed`)
      if ((wanted.get(row.number) ?? hash) !== hash)
        faults.push(`row ${row.number} is not the one of the head kept then`)
      wanted.delete(row.number)
      last = { number: row.number, hash }
    }
    isMore = rows.length === atOnce && faults.length < mostFaults
  }
  const head = await store.selectFrom('auditHead').select(['number', 'hash']).executeTakeFirst()
  if (head?.number !== last.number || head.hash !== last.hash)
    faults.push(`the log ends at row ${last.number}, and its head is at row ${head?.number ?? 0}`)
  const isSound = faults.length === 0
  for (const number of wanted.keys())
    if (number > last.number) faults.push(`a head of row ${number} was kept, and the log ends at row ${last.number}`)
  const isShorter = isSound && faults.length > 0
  return { rows: last.number, head: last, faults: faults.slice(0, mostFaults), isShorter }
}
