import { copyFile, mkdtemp, readFile, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { recordConsent } from '../../server/access/consent.ts'
import { invite } from '../../server/access/invite.ts'
import { listToWriteTo } from '../../server/access/may-contact.ts'
import { withdrawByMessages } from '../../server/access/withdraw-messages.ts'
import { loadFile, register } from '../ingest/story.ts'
import { environmentOf, runProgram } from '../program.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const run = async (...words: string[]) => {
  const ran = await runProgram({ words, cwd: folder, env: environmentOf(folder, '2026-01-10') })
  if (ran.code !== 0) throw new Error(`${words.join(' ')}: ${ran.out}${ran.err}`)
  return ran
}

async function within<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(at('hub.db'))
  try {
    return await work(store)
  } finally {
    await store.destroy()
  }
}

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Grace Note,Focusing,Developing,Establishing,
`
const priorities = `URN,Meeting date,Priority,What,Why
100001,2024-03-05,1,Sing,as Grace Note said
100001,2024-03-05,2,Play,as Ann Bar said
`

/** Every byte of the database file, once nothing of it waits beside. */
const bytes = async () => (await readFile(at('hub.db'))).toString('latin1').toLowerCase()

it('whoever was erased or withdrew is erased again from an older copy of the database, by the marks beside it', async () => {
  await within(async (store) => {
    const hubId = await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
    await loadFile(store, 'register.csv', register)
    await loadFile(store, 'audits.csv', audits)
    await loadFile(store, 'priorities.csv', priorities)
    await invite(store, { hubId, name: 'Grace Note', role: 'adviser', organisation: null, assigned: [] }, 'operator')
    const consenting = { hubId, role: 'Head Teacher', givenOn: '2025-01-01', source: 'letter' } as const
    await recordConsent(store, { ...consenting, urn: 100001, name: 'Grace Note', address: 'g.n@ash.example' }, 'test')
    await recordConsent(store, { ...consenting, urn: 100002, name: 'Ben Clef', address: 'b@beech.example' }, 'test')
    await recordConsent(store, { ...consenting, urn: 100004, name: 'Ann Bar', address: 'a@cedar.example' }, 'test')
    await sql`vacuum into ${at('older.db')}`.execute(store)
  })

  await within(async (store) => {
    const message = Buffer.from('From: b@beech.example\r\nSubject: Withdraw\r\n\r\n')
    await withdrawByMessages(store, { hubId: 1, bytes: message, today: '2026-01-10', by: 'operator' })
  })
  const first = await run('person', 'erase', 'Grace Note')
  expect(first.out).toContain('Forgotten: 1 who signed in, 1 contacts, the name in 0 places.')
  expect(first.out).toContain('The name stands still in 2 places')
  const codes = [...first.out.matchAll(/^([0-9a-f]{12})\t/gm)].map(([, code]) => code)
  await run('person', 'erase', 'Grace Note', '--words', codes.join(','))
  expect(await bytes()).not.toMatch(/grace|g\.n@ash/)
  expect(await readFile(at('hub.db.erasures'), 'utf8')).not.toMatch(/grace|ash\.example|beech/i)

  expect((await run('verify', 'audit-log')).out).toContain('The audit log is whole')
  // The older copy comes back, as after a disk that broke.
  await unlink(at('hub.db'))
  await copyFile(at('older.db'), at('hub.db'))
  expect(await bytes()).toContain('grace note')
  const { err } = await run('hub', 'list')
  expect(err).toContain('Erased again after a restore: 5 marks')
  expect(await bytes()).not.toMatch(/grace|g\.n@ash/)
  await within(async (store) => {
    expect((await listToWriteTo(store, 1)).map(({ address }) => address)).toEqual(['a@cedar.example'])
    expect(await store.selectFrom('priority').select('why').orderBy('priority').execute()).toEqual([
      { why: 'as [name removed] said' },
      { why: 'as Ann Bar said' },
    ])
    expect(await store.selectFrom('suppression').select('mark').execute()).toHaveLength(1)
    const log = await store
      .selectFrom('auditLog')
      .select('detail')
      .where('action', '=', 'erased again after a restore')
      .execute()
    expect(log).toEqual([{ detail: '{"marks":5}' }])
  })
  const env = environmentOf(folder, '2026-01-10')
  const verified = await runProgram({ words: ['verify', 'audit-log'], cwd: folder, env })
  expect(verified.code).toBe(2)
  expect(verified.out).toMatch(
    /was kept, and the log ends at row \d+\nWhat is there is whole, but it was longer once\./,
  )
  expect(verified.out).toContain(at('hub.db.audit-heads'))
  await unlink(at('hub.db.audit-heads'))
  expect((await run('verify', 'audit-log')).out).toContain('The audit log is whole')
  // Nothing is left to be done again.
  expect((await run('hub', 'list')).err).toBe('')
})
