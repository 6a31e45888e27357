import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { load } from '../../../ingest/load.ts'
import { openStore, type Store } from '../../../migrations/open.ts'
import type { AuditLogTable } from '../../../migrations/tables.ts'
import { logged, note, rowHash, writeEntry } from '../../../server/access/audit-log.ts'
import { settleRows } from '../../../ingest/load/settle.ts'
import { undo } from '../../../ingest/undo.ts'
import { besideLoad, besideSettling, besideUndo } from '../../../server/access/beside.ts'
import { headsFileOf, keepHead, readHeads } from '../../../server/access/heads-file.ts'
import { verifyLog, type Head } from '../../../server/access/verify-log.ts'
import { register } from '../../ingest/story.ts'
import { runs } from '../../runs.ts'
import { logOf } from './empty-hubs.ts'

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

  it('says at which row what is wrong, and no more than the first faults', async () => {
    const last = rows - 1
    const faultsOf = async (name: string, place: number, other = place) =>
      (
        await tampered(
          async (trx) => tamperings[name]?.(trx, place, other),
          (trx) => verifyLog(trx),
        )
      ).faults
    expect(await faultsOf('a detail is changed', 7)).toEqual(['row 7 was changed'])
    expect(await faultsOf('a row says another person did it, with a hash that fits', 7)).toEqual([
      'row 8 does not follow the row before it',
    ])
    expect(await faultsOf('a row is taken out', 1)).toEqual([
      'row 1 is missing',
      'row 2 does not follow the row before it',
    ])
    expect(await faultsOf('two rows change places', 7, last)).toEqual([
      'row 7 does not follow the row before it',
      'row 7 was changed',
      'row 8 does not follow the row before it',
      `row ${last} does not follow the row before it`,
      `row ${last} was changed`,
      `row ${rows} does not follow the row before it`,
    ])
    expect(await faultsOf('the tail is cut', 1)).toEqual([`the log ends at row 0, and its head is at row ${rows}`])
    const allOf = await tampered(
      (trx) => trx.updateTable('auditLog').set({ personId: 'x' }).execute(),
      (trx) => verifyLog(trx),
    )
    expect([allOf.faults.length, allOf.isShorter]).toEqual([20, false])
    const headless = await tampered(
      (trx) => trx.deleteFrom('auditHead').execute(),
      (trx) => verifyLog(trx),
    )
    expect(headless.faults).toEqual([`the log ends at row ${rows}, and its head is at row 0`])
  })

  it('is read to its end, however long it is', async () => {
    const long = await openStore(':memory:')
    const written: AuditLogTable[] = []
    for (let number = 1; number <= 1001; number += 1) {
      const hashBefore = written.at(-1)?.hash ?? '0'.repeat(64)
      const row = { number, hubId: null, at: '2026-01-10', personId: 'p', action: 'exported', detail: '{}', hashBefore }
      written.push({ ...row, hash: rowHash(row) })
    }
    for (let at = 0; at < written.length; at += 100)
      await long
        .insertInto('auditLog')
        .values(written.slice(at, at + 100))
        .execute()
    const { number, hash } = await rowAt(long, 1001)
    await long.updateTable('auditHead').set({ number, hash }).execute()
    expect(await verifyLog(long)).toEqual({ rows: 1001, head: { number: 1001, hash }, faults: [], isShorter: false })
    await long.destroy()
  })

  it('is written with who did what to what and when, and nothing else', async () => {
    const began = new Date().toISOString()
    const own = await openStore(':memory:')
    await note(own, { hubId: 1, personId: 'p', action: 'exported', detail: { rows: 3 } })
    await note(own, { hubId: null, personId: 'q', action: 'signed out' })
    const [one, two] = await own.selectFrom('auditLog').selectAll().orderBy('number').execute()
    expect(one).toMatchObject({ number: 1, hubId: 1, personId: 'p', action: 'exported', detail: '{"rows":3}' })
    expect(two).toMatchObject({ number: 2, hubId: null, personId: 'q', action: 'signed out', detail: '{}' })
    expect([one?.hashBefore, two?.hashBefore]).toEqual(['0'.repeat(64), one?.hash])
    const ended = new Date().toISOString()
    for (const { at } of [one, two].filter((row) => row !== undefined))
      expect([began <= at, at <= ended]).toEqual([true, true])
    await own.destroy()
  })

  it('has heads that are kept in a file, one a line, and reads no other lines of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
    const file = headsFileOf(join(folder, 'hub.db'))
    expect(file).toBe(join(folder, 'hub.db.audit-heads'))
    const own = await openStore(':memory:')
    await keepHead(own, file)
    await expect(readFile(file)).rejects.toThrow('ENOENT')
    await own.destroy()
    await keepHead(store, file)
    await keepHead(store, file)
    const { hash } = await rowAt(store, rows)
    const at = /^\d{4}-\d\d-\d\dT[\d:.]+Z/
    const lines = (await readFile(file, 'utf8')).split('\n')
    expect(lines.map((line) => line.replace(at, 'at'))).toEqual([`at ${rows} ${hash}`, `at ${rows} ${hash}`, ''])
    const [line = ''] = lines
    const others = [
      `x ${line}`,
      `${line}0`,
      `${line} x`,
      line.replace(` ${rows} `, ' many '),
      line.replace(` ${rows} `, '  '),
      ` ${line}`,
    ]
    await writeFile(file, [line, ...others, line.replace(` ${rows} `, ' 7 ')].join('\n'))
    expect(await readHeads(file)).toEqual([
      { number: rows, hash },
      { number: 7, hash },
    ])
    await expect(readHeads(folder)).rejects.toThrow('EISDIR')
    await rm(folder, { recursive: true })
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
    expect(await logOf(own)).toEqual([
      {
        action: 'loaded a file',
        personId: 'p',
        hubId,
        receipt: 1,
        kind: 'register',
        new: 7,
        changed: 0,
        same: 0,
        dataVersion: 1,
      },
    ])
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
    const undoing = { hub: 'Northshire', receiptId: 1, by: 'p', now: file.now, beside: besideUndo('p', hubId) }
    expect((await undo(own, undoing)).refusal).toBeNull()
    expect((await logOf(own)).at(-1)).toEqual({
      action: 'undid a load',
      personId: 'p',
      hubId,
      undoes: 1,
      receipt: 2,
      takenOut: 7,
      givenBack: 0,
      dataVersion: 2,
    })
    await own.destroy()
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
})
