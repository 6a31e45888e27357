import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { load } from '../../../ingest/load.ts'
import { openStore, type Store } from '../../../migrations/open.ts'
import { logged, note, rowHash, writeEntry } from '../../../server/access/audit-log.ts'
import { settleRows } from '../../../ingest/load/settle.ts'
import { besideLoad, besideSettling } from '../../../server/access/beside.ts'
import { keepHead, readHeads } from '../../../server/access/heads-file.ts'
import { verifyLog, type Head } from '../../../server/access/verify-log.ts'
import { register } from '../../ingest/story.ts'
import { runs } from '../../runs.ts'

const rows = 40

let store: Store
beforeAll(async () => {
  store = await openStore(':memory:')
  for (let at = 0; at < rows; at += 1)
    await note(store, { hubId: 1, personId: `p${at % 3}`, action: 'exported', detail: { rows: at } })
})
afterAll(() => store.destroy())

/** Does something to the log that its triggers would not let happen, looks, and takes it back. */
async function tampered<T>(change: (trx: Store) => Promise<unknown>, look: (trx: Store) => Promise<T>): Promise<T> {
  const trx = await store.startTransaction().execute()
  try {
    for (const trigger of ['update', 'delete'])
      await sql`drop trigger ${sql.ref(`audit_log_no_${trigger}`)}`.execute(trx)
    await change(trx)
    return await look(trx)
  } finally {
    await trx.rollback().execute()
  }
}

const rowAt = (trx: Store, number: number) =>
  trx.selectFrom('auditLog').selectAll().where('number', '=', number).executeTakeFirstOrThrow()

/** Moves rows from a place on by one, the last first. */
const makeRoom = async (trx: Store, number: number): Promise<void> => {
  for (let at = rows; at >= number; at -= 1)
    await trx
      .updateTable('auditLog')
      .set({ number: at + 1 })
      .where('number', '=', at)
      .execute()
}

type Tampering = (trx: Store, place: number, other: number) => Promise<unknown>

const tamperings: Readonly<Record<string, Tampering>> = {
  'a detail is changed': (trx, place) =>
    trx.updateTable('auditLog').set({ detail: '{"rows":9999}' }).where('number', '=', place).execute(),
  'a row says another person did it, with a hash that fits': async (trx, place) => {
    const { hash: _, ...row } = { ...(await rowAt(trx, place)), personId: 'somebody else' }
    const changed = { ...row, hash: rowHash(row) }
    await trx.updateTable('auditLog').set(changed).where('number', '=', place).execute()
    if (place === rows)
      await trx
        .updateTable('auditHead')
        .set({ hash: `${changed.hash.slice(1)}0` })
        .execute()
  },
  'a row is taken out': (trx, place) => trx.deleteFrom('auditLog').where('number', '=', place).execute(),
  'a row is taken out and the others closed up': async (trx, place) => {
    await trx.deleteFrom('auditLog').where('number', '=', place).execute()
    for (let at = place + 1; at <= rows; at += 1)
      await trx
        .updateTable('auditLog')
        .set({ number: at - 1 })
        .where('number', '=', at)
        .execute()
    await trx
      .updateTable('auditHead')
      .set({ number: rows - 1 })
      .execute()
  },
  'a row is put in': async (trx, place) => {
    const { hash: _, ...row } = { ...(await rowAt(trx, place)), personId: 'put in' }
    await makeRoom(trx, place)
    await trx
      .insertInto('auditLog')
      .values({ ...row, hash: rowHash(row) })
      .execute()
    await trx
      .updateTable('auditHead')
      .set({ number: rows + 1 })
      .execute()
  },
  'two rows change places': async (trx, place, other) => {
    const [one, two] = [place, other === place ? (place % rows) + 1 : other]
    await trx.updateTable('auditLog').set({ number: 1000 }).where('number', '=', one).execute()
    await trx.updateTable('auditLog').set({ number: one }).where('number', '=', two).execute()
    await trx.updateTable('auditLog').set({ number: two }).where('number', '=', 1000).execute()
  },
  'the tail is cut': (trx, place) => trx.deleteFrom('auditLog').where('number', '>=', place).execute(),
}

describe('the audit log', () => {
  it('is whole as it was written', async () => {
    expect(await verifyLog(store)).toMatchObject({ rows, faults: [] })
  })

  it('cannot be changed or taken from by a statement', async () => {
    await expect(store.updateTable('auditLog').set({ detail: '{}' }).execute()).rejects.toThrow(/only added to/)
    await expect(store.deleteFrom('auditLog').execute()).rejects.toThrow(/only added to/)
  })

  it('shows whatever is done to it at any place, even by somebody who takes its triggers away', async () => {
    const place = fc.integer({ min: 1, max: rows })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(tamperings)), place, place, async (name, at, other) => {
        const change = (trx: Store) => tamperings[name]?.(trx, at, other) ?? Promise.reject(new Error(name))
        const { faults } = await tampered(change, (trx) => verifyLog(trx))
        expect({ name, at, found: faults.length > 0 }).toEqual({ name, at, found: true })
      }),
      { numRuns: runs(250) },
    )
  })

  it('shows a cut or a whole new log whose head fits, by a head that was kept elsewhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
    const file = join(folder, 'hub.db.audit-heads')
    expect(await readHeads(file)).toEqual([])
    await keepHead(store, file)
    const kept: readonly Head[] = await readHeads(file)
    await rm(folder, { recursive: true })
    expect(kept).toHaveLength(1)
    expect((await verifyLog(store, kept)).faults).toEqual([])
    const cut = async (trx: Store) => {
      await trx.deleteFrom('auditLog').where('number', '>', 7).execute()
      const { number, hash } = await rowAt(trx, 7)
      await trx.updateTable('auditHead').set({ number, hash }).execute()
    }
    const again = async (trx: Store) => {
      await trx.deleteFrom('auditLog').execute()
      await trx
        .updateTable('auditHead')
        .set({ number: 0, hash: '0'.repeat(64) })
        .execute()
      for (let at = 0; at < rows; at += 1) await writeEntry(trx, { hubId: 1, personId: 'p', action: 'exported' })
    }
    for (const change of [cut, again]) {
      expect((await tampered(change, (trx) => verifyLog(trx))).faults).toEqual([])
      const { faults, isShorter } = await tampered(change, (trx) => verifyLog(trx, kept))
      // A log that was written anew says so; one that is only shorter may be an older copy that was restored.
      expect([faults.length, isShorter]).toEqual([1, change === cut])
    }
  })

  it('tells of a change if and only if the change is kept', async () => {
    const own = await openStore(':memory:')
    const hubId = await addHub(own, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
    const file = {
      hub: 'Northshire',
      fileName: 'register.csv',
      today: '2026-01-10',
      now: '2026-01-10T00:00:00Z',
      by: 'p',
    }
    const bytes = Buffer.from(register)
    const beside = besideLoad('p', hubId)
    await load(own, { ...file, bytes, beside, dryRun: true })
    expect((await verifyLog(own)).rows).toBe(0)
    await load(own, { ...file, bytes, beside })
    expect((await verifyLog(own)).rows).toBe(1)
    const faulty = load(own, {
      ...file,
      bytes: Buffer.from(register.replace('Ash', 'Oak')),
      beside: async (...told) => {
        await beside(...told)
        throw new Error('the disk is gone')
      },
    })
    await expect(faulty).rejects.toThrow(/disk is gone|cannot be/)
    await expect(
      logged(own, async (_, log) => {
        await log({ hubId, personId: 'p', action: 'exported' })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await verifyLog(own)).toMatchObject({ rows: 1, faults: [] })
    expect((await own.selectFrom('hub').select('dataVersion').executeTakeFirst())?.dataVersion).toBe(1)
    const doubtful = {
      ...file,
      fileName: 'audits.csv',
      bytes: Buffer.from(
        'School,Town,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships\nAsh,Ambridge,2025-03-05,A,Focusing,Focusing,Focusing,Focusing\n',
      ),
    }
    const choices = [{ sheet: null, row: 2, urn: 100001 }]
    const failing = async () => {
      throw new Error('the log is full')
    }
    await expect(settleRows(own, { ...doubtful, beside: failing }, choices)).rejects.toThrow('the log is full')
    expect(await own.selectFrom('matchDecision').selectAll().execute()).toEqual([])
    const settling = { ...doubtful, beside: besideSettling('p', hubId) }
    expect(await settleRows(own, settling, choices)).toMatchObject([{ urn: 100001, isNew: true }])
    expect(await settleRows(own, settling, choices)).toMatchObject([{ urn: 100001, isNew: false }])
    expect(await own.selectFrom('auditLog').select(['action', 'detail']).where('number', '>', 1).execute()).toEqual([
      { action: 'settled schools', detail: '{"urns":[100001]}' },
    ])
    await own.destroy()
  })
})
