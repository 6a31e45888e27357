import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayNumber, dayOfNumber } from '../../../analytics/framework/day.ts'
import { addHub } from '../../../ingest/hub.ts'
import { openStore, type Store } from '../../../migrations/open.ts'
import { lineOf, type Line } from '../../../server/jobs/line.ts'
import { move, stage } from '../../../server/jobs/stage.ts'
import { usualCaps, type Caps } from '../../../server/jobs/thread.ts'
import { findImport } from '../../../server/queries/import-file.ts'
import { allFacts, loadFile, register } from '../../ingest/story.ts'
import { isLong } from '../../runs.ts'

let folder: string
let store: Store
let hubId: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
  store = await openStore(join(folder, 'hub.db'))
  hubId = await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  await loadFile(store, 'register.csv', register)
})
afterEach(async () => {
  await store.destroy()
  await rm(folder, { recursive: true, force: true })
})

const lineWith = (caps: Caps = usualCaps): Line =>
  lineOf({ store, storeFile: join(folder, 'hub.db'), today: () => '2026-01-10', logFault: () => {}, caps })

async function staged(content: string): Promise<string> {
  const arriving = { hubId, name: 'audits.csv', by: 'operator', now: new Date().toISOString() }
  async function* chunks() {
    yield new TextEncoder().encode(content)
  }
  const { id, hash, size } = await stage(store, arriving, chunks())
  await move(store, id, ['arriving'], { state: 'checking', hash, size })
  return id
}

const fileOf = async (id: string) => {
  const file = await findImport(store, hubId, id)
  if (file === undefined) throw new Error('no such file')
  return file
}

/** Waits until a file is no longer worked on. */
async function rested(id: string) {
  for (;;) {
    const file = await fileOf(id)
    if (!['checking', 'loading'].includes(file.state)) return file
    await pause(5)
  }
}

const days = Array.from({ length: 3000 }, (_, at) => dayOfNumber(dayNumber('2015-01-01') + at))
const many = ['URN,Meeting date,Strand,Level', ...days.map((day) => `100001,${day},Co-curricular,Focusing`), ''].join(
  '\n',
)
const few = 'URN,Meeting date,Strand,Level\n100001,2025-03-01,Co-curricular,Focusing\n'

// Each starts two workers, and most of what they prove is proved by the others as well.
if (!isLong)
  console.log('left to npm run test:long: a file loaded just before the server stopped, and one that takes too long')

describe('a file that is being loaded when the server stops', () => {
  it('is not half loaded: it is checked again at the next start, and can then be loaded', async () => {
    const before = await allFacts(store)
    const line = lineWith()
    const id = await staged(many)
    line.check(hubId, id)
    const { version } = await rested(id)
    expect(await line.load(hubId, id, version ?? -1, 'a steward')).toBe(true)
    while ((line.progressOf(id)?.done ?? 0) === 0) await pause(1)
    await line.close()
    expect((await fileOf(id)).state).toBe('loading')
    expect(await allFacts(store)).toEqual(before)

    const next = lineWith()
    await next.resume(hubId)
    const again = await rested(id)
    expect(again).toMatchObject({ state: 'ready', said: expect.stringContaining('Nothing of it was kept') })
    await next.load(hubId, id, again.version ?? -1, 'a steward')
    expect(await rested(id)).toMatchObject({ state: 'loaded', receiptId: expect.any(Number) })
    expect((await allFacts(store))['audit']?.length).toBe(days.length)
    await next.close()
  })

  it.runIf(isLong)('but was loaded by then leads to its receipt', async () => {
    const line = lineWith()
    const id = await staged(few)
    line.check(hubId, id)
    const { version } = await rested(id)
    await line.load(hubId, id, version ?? -1, 'a steward')
    const { receiptId } = await rested(id)
    await store.updateTable('importFile').set({ state: 'loading', receiptId: null, version }).execute()
    await line.resume(hubId)
    expect(await fileOf(id)).toMatchObject({ state: 'loaded', receiptId })
    await line.close()
  })
})

const tooMuch = [
  ['memory', { ...usualCaps, memoryMb: 8 }, /more memory than there is/],
  ['time', { ...usualCaps, silence: 1 }, /too long/],
] as const

describe('a file that takes too much', () => {
  it.each(tooMuch.filter(([what]) => isLong || what === 'memory'))(
    '%s is put aside in words, and the server goes on',
    async (_what, caps, words) => {
      const line = lineWith(caps)
      const id = await staged(many)
      line.check(hubId, id)
      expect(await rested(id)).toMatchObject({ state: 'stopped', said: expect.stringMatching(words) })
      await line.close()
      const able = lineWith()
      await move(store, id, ['stopped'], { state: 'checking', said: null })
      able.check(hubId, id)
      expect((await rested(id)).state).toBe('ready')
      await able.close()
    },
  )

  it('is left out while it is read, and the next has its turn', async () => {
    const line = lineWith()
    const [first, second] = [await staged(many), await staged(few)]
    line.check(hubId, first)
    line.check(hubId, second)
    expect(line.progressOf(second)?.before).toBe(1)
    await line.leaveOut(hubId, first)
    expect((await rested(second)).state).toBe('ready')
    expect((await fileOf(first)).state).toBe('left out')
    await line.close()
  })
})
