import { appendFile, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../migrations/open.ts'
import { recordConsent } from '../../../server/access/consent.ts'
import { eraseAgain, erasuresFileOf, keepErasures } from '../../../server/access/erasures-file.ts'
import { keepErased } from '../../../server/access/erasures.ts'
import { forget } from '../../../server/access/forget.ts'
import { heldOf } from '../../../server/access/held-of.ts'
import { isShutOut } from '../../../server/access/shut-out.ts'
import { findNames } from '../../../server/queries/named-in.ts'
import { hubWith } from '../../ingest/story.ts'
import { signedIn } from '../signed-in.ts'
import { emptyHubs, erasedIn, logOf, north as hubId, south as other, steward } from './empty-hubs.ts'

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Grace Note,Focusing,Developing,Establishing,
100002,2024-03-06,Grace Note and Ann Bar,Focusing,Developing,Establishing,
`
const priorities = `URN,Meeting date,Priority,What,Why
100001,2024-03-05,1,Sing,as Grace Note said to Grace Note
100001,2024-03-05,2,Play,the other Grace Note
`
const names = ['Grace Note']

let folder: string
let store: Store
const stores: Store[] = []
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))))
beforeEach(async () => {
  store = await hubWith(audits, priorities)
  stores.push(store)
})
afterAll(async () => {
  await Promise.all(stores.map((each) => each.destroy()))
  await rm(folder, { recursive: true })
})

const consenting = { hubId, role: 'Head Teacher', givenOn: '2025-01-01', source: 'letter' } as const
const contactOf = (urn: number) =>
  recordConsent(store, { ...consenting, urn, name: 'Grace Note', address: 'g@ash.example' }, 'by')
const version = async () => (await store.selectFrom('hub').select('dataVersion').executeTakeFirstOrThrow()).dataVersion
const codesOf = async (column: string) =>
  (await findNames(store, hubId, names)).filter((place) => place.column === column).map(({ code }) => code)

describe('whoever is forgotten', () => {
  it('is it as one who signs in and as a contact, by id, once, and a mark and a line of the log are left of each', async () => {
    const { id } = await signedIn(store, { name: 'Grace Note', role: 'adviser', assigned: [100001] })
    const contact = await contactOf(100001)
    const before = (await logOf(store)).length
    const forgetting = { people: [id, 'nobody', id], contacts: [contact, 'nobody', contact] }
    expect(await forget(store, { hubId: hubId + 1, ...forgetting }, 'by')).toEqual({
      people: 0,
      contacts: 0,
      places: 0,
    })
    expect(await forget(store, { hubId, ...forgetting }, 'by')).toEqual({ people: 1, contacts: 1, places: 0 })
    for (const table of ['person', 'personSchool', 'loginSession', 'contact', 'consent'] as const)
      expect({ table, rows: await store.selectFrom(table).selectAll().execute() }).toEqual({ table, rows: [] })
    expect((await logOf(store)).slice(before)).toEqual([
      { action: 'erased a person', personId: 'by', hubId, person: id },
      { action: 'erased a contact', personId: 'by', hubId, contact },
    ])
    const marks = await erasedIn(store)
    expect(marks).toHaveLength(2)
    expect(marks).toEqual(
      expect.arrayContaining([
        { hubId, kind: 'person', person: id },
        { hubId, kind: 'contact', contact },
      ]),
    )
    expect(await forget(store, { hubId }, 'by')).toEqual({ people: 0, contacts: 0, places: 0 })
    expect(await logOf(store)).toHaveLength(before + 2)
  })

  it('goes out of the words that were confirmed, wherever the name stands in them, and of no others', async () => {
    const [before, [first = '', second = '']] = [await version(), await codesOf('why')]
    const words = { names, codes: [first, 'no such place'] }
    expect(await forget(store, { hubId, words }, 'by')).toEqual({ people: 0, contacts: 0, places: 1 })
    const why = async () =>
      (await store.selectFrom('priority').select('why').orderBy('priority').execute()).map((row) => row.why)
    expect(await why()).toEqual(['as [name removed] said to [name removed]', 'the other Grace Note'])
    expect(await version()).toBe(before + 1)
    expect((await logOf(store)).at(-1)).toEqual({
      action: 'took a name out of words',
      personId: 'by',
      hubId,
      places: 1,
    })
    const key = { urn: 100001, heldOn: '2024-03-05', priority: 1, fromVersion: 4 }
    const spans = [
      [3, 10],
      [22, 10],
    ]
    expect(await erasedIn(store)).toEqual([{ hubId, kind: 'words', table: 'priority', key, column: 'why', spans }])
    await forget(store, { hubId, words: { names, codes: [second] } }, 'by')
    expect(await why()).toEqual(['as [name removed] said to [name removed]', 'the other [name removed]'])
    const rows = (await logOf(store)).length
    expect(await forget(store, { hubId, words: { names, codes: [first] } }, 'by')).toMatchObject({ places: 0 })
    expect([await version(), (await logOf(store)).length]).toEqual([before + 2, rows])
  })

  it('leaves no adviser where the cell was their name alone, and the other’s name where it was not', async () => {
    await forget(store, { hubId, words: { names, codes: await codesOf('adviser') } }, 'by')
    const advisers = await store.selectFrom('audit').select('adviser').orderBy('urn').execute()
    expect(advisers).toEqual([{ adviser: null }, { adviser: '[name removed] and Ann Bar' }])
    const spans = (await erasedIn(store)).map((mark) => mark['spans'])
    expect(spans).toEqual(expect.arrayContaining([null, [[0, 10]]]))
  })
})

describe('what is left of a name', () => {
  it('is a word in place of it where a cell was all name, but for an adviser’s', async () => {
    await store.updateTable('priority').set({ why: 'Grace Note' }).where('priority', '=', 2).execute()
    const [, code = ''] = await codesOf('why')
    await forget(store, { hubId, words: { names, codes: [code] } }, 'by')
    expect((await erasedIn(store)).map((mark) => mark['spans'])).toEqual([[[0, 10]]])
    expect(await store.selectFrom('priority').select('why').where('priority', '=', 2).execute()).toEqual([
      { why: '[name removed]' },
    ])
  })

  it('is a mark of how a provider knew who was shut out, beside that they were erased', async () => {
    const { id: personId } = await signedIn(store, { role: 'adviser' })
    const known = { provider: 'entra', organisation: 't', subject: 'o' }
    await store
      .insertInto('identity')
      .values({ ...known, personId, hubId, madeAt: '2026-01-01' })
      .execute()
    await store.updateTable('person').set({ disabledAt: '2026-01-02' }).where('id', '=', personId).execute()
    expect(await isShutOut(store, hubId, known)).toBe(false)
    await forget(store, { hubId, people: [personId] }, 'by')
    const [mark] = await store.selectFrom('suppression').select(['hubId', 'mark']).execute()
    expect(await erasedIn(store)).toEqual([{ hubId, kind: 'person', person: personId, shutOut: [mark?.mark] }])
    expect([mark?.hubId, await isShutOut(store, hubId, known)]).toEqual([hubId, true])
  })
})

describe('what a hub holds about people', () => {
  const ofHub = { ...steward, hubId }

  it('is told to its data steward alone, and the log tells how many places, not about whom', async () => {
    for (const role of ['hub leader', 'adviser', 'council officer', 'school user', 'trust user'] as const)
      expect(() => heldOf({ store, storeFile: ':memory:' }, { ...ofHub, role })).toThrow(
        'There is nothing here that you can see.',
      )
    await signedIn(store, { name: 'Grace Note', role: 'adviser' })
    await contactOf(100001)
    const held = await heldOf({ store, storeFile: ':memory:' }, ofHub).find(names)
    expect([held.signIns, held.contacts, held.named].map(({ length }) => length)).toEqual([1, 1, 4])
    expect((await logOf(store)).at(-1)).toEqual({ action: 'told what is held', personId: 'steward', hubId, places: 6 })
  })

  it('is forgotten as the steward says, but for the steward, and the marks are kept beside the database', async () => {
    const file = join(folder, 'held.db')
    const { id } = await signedIn(store, { name: 'Grace Note', role: 'adviser' })
    const held = heldOf({ store, storeFile: file }, ofHub)
    await expect(held.forget({ people: [id, 'steward'] })).rejects.toThrow(
      'You cannot erase yourself: ask another steward.',
    )
    expect(await erasedIn(store)).toEqual([])
    expect(await held.forget({ people: [id] })).toEqual({ people: 1, contacts: 0, places: 0 })
    expect(await held.forget({})).toEqual({ people: 0, contacts: 0, places: 0 })
    expect(await readFile(erasuresFileOf(file), 'utf8')).toContain(id)
  })
})

describe('the marks of what was erased', () => {
  const linesIn = async (file: string) =>
    (await readFile(erasuresFileOf(file), 'utf8')).split('\n').filter((line) => line !== '')

  it('stand beside the database, each once, for its owner alone', async () => {
    const file = join(folder, 'marks.db')
    await keepErasures(store, file)
    await expect(readFile(erasuresFileOf(file))).rejects.toThrow('ENOENT')
    await keepErased(store, hubId, { kind: 'person', person: 'one' })
    await keepErasures(store, file)
    await keepErased(store, hubId, { kind: 'person', person: 'two' })
    await keepErasures(store, file)
    await keepErasures(store, file)
    expect((await linesIn(file)).map((line) => (JSON.parse(line) as { body: string }).body)).toEqual([
      '{"person":"one"}',
      '{"person":"two"}',
    ])
    expect((await stat(erasuresFileOf(file))).mode & 0o777).toBe(0o600)
    await keepErasures(store, ':memory:')
    expect(await eraseAgain(store, ':memory:')).toBe(0)
    await expect(readFile(erasuresFileOf(':memory:'))).rejects.toThrow('ENOENT')
    await mkdir(erasuresFileOf(join(folder, 'unreadable.db')))
    await expect(eraseAgain(store, join(folder, 'unreadable.db'))).rejects.toThrow('EISDIR')
  })

  it('do again in an older copy what they say, of its own hubs, once, and both know the same afterwards', async () => {
    const file = join(folder, 'again.db')
    const { id } = await signedIn(store, { name: 'Grace Note', role: 'adviser' })
    const stays = await signedIn(store, { name: 'Grace Note', role: 'adviser' })
    const [contact, left] = [await contactOf(100001), await contactOf(100002)]
    const gone = await recordConsent(store, { ...consenting, urn: 100004, name: 'Ben', address: 'b@b.example' }, 'by')
    const copy = async (): Promise<Store> => {
      const name = join(folder, `copy-${stores.length}.db`)
      await sql`vacuum into ${name}`.execute(store)
      const made = await openStore(name)
      stores.push(made)
      return made
    }
    const older = await copy()
    const codes = (await findNames(store, hubId, names))
      .filter(({ table }) => table !== 'contact')
      .map(({ code }) => code)
    await forget(store, { hubId, people: [id], contacts: [contact], words: { names, codes } }, 'by')
    const withdrawal = {
      kind: 'withdrawal',
      id: 'w',
      contacts: [gone],
      mark: 'm',
      withdrawnOn: '2026-01-01',
      source: 'letter',
    } as const
    await keepErased(store, hubId, withdrawal)
    await keepErasures(store, file)
    const foreign = { id: 'foreign', hubId: 9, madeAt: '2026-01-01', kind: 'person', body: '{"person":"x"}' }
    await appendFile(erasuresFileOf(file), `${JSON.stringify(foreign)}\n`)
    await keepErased(older, hubId, { kind: 'person', person: 'known here only' })
    const before = (await older.selectFrom('hub').select('dataVersion').executeTakeFirstOrThrow()).dataVersion
    const rows = (await logOf(older)).length

    const marks = 3 + codes.length
    expect(await eraseAgain(older, file)).toBe(marks)
    expect((await older.selectFrom('person').select('id').execute()).map((row) => row.id)).toEqual([stays.id])
    const contacts = await older.selectFrom('contact').select('id').execute()
    expect(new Set(contacts.map((row) => row.id))).toEqual(new Set([left, gone]))
    expect((await findNames(older, hubId, names)).filter(({ table }) => table !== 'contact')).toEqual([])
    const consents = await older.selectFrom('consent').select(['contactId', 'withdrawalId']).execute()
    expect(consents.find(({ contactId }) => contactId === gone)?.withdrawalId).toBe('w')
    expect(await older.selectFrom('withdrawal').select(['id', 'recordedBy']).execute()).toEqual([
      { id: 'w', recordedBy: 'operator' },
    ])
    expect((await older.selectFrom('hub').select('dataVersion').executeTakeFirstOrThrow()).dataVersion).toBeGreaterThan(
      before,
    )
    expect((await logOf(older)).slice(rows)).toEqual([
      { action: 'erased again after a restore', personId: 'operator', hubId, marks },
    ])
    expect(await linesIn(file)).toHaveLength(marks + 2)
    expect(await eraseAgain(older, file)).toBe(0)
    expect(await logOf(older)).toHaveLength(rows + 1)
  })

  it('are told by hub in the log, each of its own', async () => {
    const file = join(folder, 'two.db')
    const hubs = await emptyHubs()
    stores.push(hubs)
    for (const of of [hubId, other]) await keepErased(hubs, of, { kind: 'person', person: 'somebody' })
    await keepErased(hubs, other, { kind: 'person', person: 'shut out', shutOut: ['the mark'] })
    await keepErasures(hubs, file)
    const older = await emptyHubs()
    stores.push(older)
    expect(await eraseAgain(older, file)).toBe(3)
    const marks = await older.selectFrom('suppression').select(['hubId', 'mark']).execute()
    expect(marks).toEqual([{ hubId: other, mark: 'the mark' }])
    const told = { action: 'erased again after a restore', personId: 'operator' }
    expect(await logOf(older)).toEqual(
      expect.arrayContaining([
        { ...told, hubId, marks: 1 },
        { ...told, hubId: other, marks: 2 },
      ]),
    )
    expect(await logOf(older)).toHaveLength(2)
  })
})
