import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { runs } from '../runs.ts'
import { dice, manyAudits, manySchools } from './many-audits.ts'
import { allFacts, loadFile } from './story.ts'

const program = resolve(import.meta.dirname, '../../server/crescendo.js')
const folder = mkdtempSync(join(tmpdir(), 'crescendo-killed-'))
const [before, database] = [join(folder, 'before.db'), join(folder, 'hub.db')]

/** Three files that build on each other: years of audits, more of them, and the first years told otherwise. */
const schools = runs(100)
const files = [
  ['one.csv', [...manyAudits(schools, [2020, 2021], 1)].join('')],
  ['two.csv', [...manyAudits(schools, [2022, 2023], 2)].join('')],
  ['three.csv', [...manyAudits(schools, [2020, 2021], 1)].join('').replaceAll('Focusing', 'Developing')],
] as const

/** What the store holds after none, one, two and all of the files. */
const contents: string[] = []
let whole = 0

async function inStore<Answer>(file: string, work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const store = await openStore(file)
  try {
    return await work(store)
  } finally {
    await store.destroy()
  }
}

const contentOf = async (store: Store): Promise<string> => JSON.stringify(await allFacts(store))

/** Loads all files by the program, killed after so many milliseconds if not done; the receipts that it told. */
async function loadAll(killAfter?: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [program, 'ingest', ...files.map(([name]) => join(folder, name))], {
    cwd: folder,
    env: { ...process.env, CRESCENDO_DB: database, CRESCENDO_TODAY: '2026-01-10' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let told = ''
  child.stdout.on('data', (part) => (told += String(part)))
  const closed = once(child, 'close')
  if (killAfter !== undefined) {
    await Promise.race([wait(killAfter), closed])
    child.kill('SIGKILL')
  }
  await closed
  return [...told.matchAll(/receipt (\d+), data version/g)].map(([, receipt]) => Number(receipt))
}

function startAgain(): void {
  for (const end of ['-wal', '-shm']) rmSync(`${database}${end}`, { force: true })
  copyFileSync(before, database)
}

it('three files that build on each other go through when nothing kills them', async () => {
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  await inStore(before, async (store) => {
    await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
    await loadFile(store, 'register.csv', manySchools(schools))
    await sql`pragma wal_checkpoint(truncate)`.execute(store)
  })
  startAgain()
  await inStore(database, async (store) => {
    contents.push(await contentOf(store))
    for (const [name, text] of files) {
      expect(await loadFile(store, name, text)).toMatchObject({ problemCount: 0 })
      contents.push(await contentOf(store))
    }
  })
  expect(new Set(contents).size).toBe(4)
  startAgain()
  const began = performance.now()
  expect(await loadAll()).toEqual([2, 3, 4])
  whole = performance.now() - began
  expect(await inStore(database, contentOf)).toBe(contents[3])
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true }))

// A few every day, sixty in the long proofs.
const kills = runs(3) > 3 ? 60 : 3

it(`a load killed at any of ${kills} moments is whole or not there, and what was acknowledged is`, async () => {
  const next = dice(Number(process.env['CRESCENDO_KILL_SEED'] ?? 20_260_110))
  const found: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    startAgain()
    // One moment in each stretch of the load, drawn within it, so that they are spread over all of it.
    const told = await loadAll(((kill + next()) / kills) * whole)
    await inStore(database, async (store) => {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store)
      expect(rows).toMatchObject([{ integrityCheck: 'ok' }])
      const receipts = await store.selectFrom('receipt').select('id').orderBy('id').execute()
      const kept = receipts.map(({ id }) => id).filter((id) => id > 1)
      expect(kept).toEqual([2, 3, 4].slice(0, kept.length))
      expect(kept.slice(0, told.length)).toEqual(told)
      expect(await contentOf(store)).toBe(contents[kept.length])
      found.push(kept.length)
      for (const [name] of files.slice(kept.length)) {
        const outcome = await loadFile(store, name, readFileSync(join(folder, name)))
        expect(outcome.receiptId).not.toBeNull()
      }
      expect(await contentOf(store)).toBe(contents[3])
    })
  }
  console.log(`${kills} loads killed: files there afterwards ${found.join(', ')}`)
}, 1_800_000)
