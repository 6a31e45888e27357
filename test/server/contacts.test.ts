import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { recordConsent } from '../../server/access/consent.ts'
import { listToWriteTo } from '../../server/access/may-contact.ts'
import { verifyLog } from '../../server/access/verify-log.ts'
import { loadFile, register } from '../ingest/story.ts'
import { environmentOf, runProgram } from '../program.ts'
import { ask, multipart, tokenIn } from './files-app.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

const today = '2026-01-10'

let folder: string
let store: Store
let hubId: number
let app: Awaited<ReturnType<typeof appOf>>
let cookie: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
  const file = join(folder, 'hub.db')
  store = await openStore(file)
  hubId = await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  await loadFile(store, 'register.csv', register)
  app = await appOf(store, today, file, false)
  ;({ cookie } = await signedIn(store, { name: 'Dora Stave' }))
})
afterAll(async () => {
  await app.close()
  await store.destroy()
  await rm(folder, { recursive: true, force: true })
})

const get = async (url: string) => (await ask(app, url, { headers: { cookie } })).body
const token = async () => tokenIn(await get('/contacts'))
const post = async (url: string, fields: Readonly<Record<string, string>> = {}) =>
  ask(app, url, {
    method: 'POST',
    payload: new URLSearchParams({ token: await token(), ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
  })
const send = async (...files: readonly (readonly [string, string])[]) => {
  const { payload, type } = await multipart(files, { token: await token() })
  return ask(app, '/contacts/messages', { method: 'POST', payload, headers: { 'content-type': type, cookie } })
}

const grace = {
  urn: '100001',
  name: 'Grace Note',
  role: 'Music Coordinator',
  address: 'Grace.Note@ash.example',
  givenOn: '2025-09-14',
  source: 'request form',
}

const message = (
  subject: string,
  from = 'Grace Note <grace.note@ASH.example>',
  date = 'Fri, 9 Jan 2026 09:00:00 +0000',
) => `From: ${from}\r\nTo: hub@hub.example\r\nSubject: ${subject}\r\nDate: ${date}\r\n\r\nI do not want any more.\r\n`

const addresses = async () => (await listToWriteTo(store, hubId)).map(({ address }) => address)

/** Every text in the store but the register's, as one. */
async function everything(): Promise<string> {
  const tables = ['contact', 'consent', 'withdrawal', 'suppression', 'erasure', 'auditLog'] as const
  const rows = await Promise.all(tables.map((table) => store.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows).toLowerCase()
}

describe('the data steward', () => {
  it('is told at each field what is wrong with a contact, and nothing is kept of it', async () => {
    const wrong = await post('/contacts', { urn: 'Ash', name: '', address: 'office', givenOn: '2026-02-01' })
    expect(wrong.status).toBe(400)
    for (const said of ['Enter a URN of six digits', 'Enter the name', 'Enter an e-mail address', 'still to come'])
      expect(wrong.body).toContain(said)
    expect(await addresses()).toEqual([])
  })

  it('records consent, and hands out who may be written to as a file', async () => {
    expect((await post('/contacts', grace)).body).toContain('The consent of Grace Note is recorded.')
    await post('/contacts', { ...grace, urn: '100002', name: '=Cell("x")', address: 'b@beech.example' })
    const page = await get('/contacts')
    expect(page).toContain('Ash Primary')
    expect(page).toContain('Given on 14 September 2025, on the request form')
    const csv = await get('/contacts/to-write-to.csv')
    expect(csv).toContain('100001,Ash Primary,Grace Note,Music Coordinator,grace.note@ash.example')
    expect(csv).toContain(`'=Cell`)
    expect(await get('/audit-log?action=exported')).toContain('Contacts, 2 rows')
  })

  it('loads the message whose subject is Withdraw: from then on nothing is sent, and the log names nobody', async () => {
    expect((await send(['a.eml', message('Our concert')])).body).toContain('none has the subject Withdraw')
    expect((await send(['a.eml', message('Fwd: Withdraw')])).body).toContain('none has the subject Withdraw')
    expect(await addresses()).toContain('grace.note@ash.example')
    const made = await send(['a.eml', message('=?utf-8?Q?Re=3A_WITHDRAW?=')])
    expect(made.body).toContain('1 withdrawal recorded, of 1 message.')
    expect(await addresses()).toEqual(['b@beech.example'])
    expect(await get('/contacts/to-write-to.csv')).not.toContain('ash.example')
    expect(made.body).toContain('Withdrawn on 9 January 2026, by a message. Nothing is sent; erased on 6 February 2026')
    const log = await store.selectFrom('auditLog').selectAll().execute()
    expect(JSON.stringify(log).toLowerCase()).not.toMatch(/grace|ash\.example/)
  })

  it('reads a whole mailbox, keeps nothing of other messages, and marks who is nobody’s contact', async () => {
    const mailbox = [
      message('Withdraw', 'stranger@elsewhere.example'),
      message('Minutes', 'b@beech.example'),
      message('withdraw', 'no address here'),
    ]
    const text = mailbox.map((each) => `From - Fri Jan  9 09:00:00 2026\r\n${each}\r\n`).join('')
    const { body } = await send(['inbox.mbox', text])
    expect(body).toContain('1 withdrawal recorded, of 3 messages.')
    expect(body).toContain('1 address stood here as nobody’s contact')
    expect(await everything()).not.toContain('stranger')
    expect(await addresses()).toEqual(['b@beech.example'])
    expect((await send(['empty.eml', ''])).status).toBe(400)
    expect((await send(['noise.eml', '\u0000\u0001 not a message'])).body).toContain('none has the subject Withdraw')
  })

  it('erases name and address, of which only marks are left; a new consent is the only way back', async () => {
    const id = /\/contacts\/([\w-]{16})"\s*>Erase/.exec(await get('/contacts'))?.[1] ?? ''
    expect(await get(`/contacts/${id}`)).toContain('Erase name and address')
    expect((await post(`/contacts/${id}/erase`)).to).toBe('/contacts')
    expect(await everything()).not.toMatch(/grace|ash\.example/)
    const marks = await readFile(join(folder, 'hub.db.erasures'), 'utf8')
    expect(marks.toLowerCase()).not.toMatch(/grace|ash\.example|stranger/)
    expect(marks).toContain(id)
    expect(await store.selectFrom('suppression').select('mark').execute()).toHaveLength(2)
    await post('/contacts', { ...grace, givenOn: today, source: 'letter' })
    expect(await addresses()).toContain('grace.note@ash.example')
    expect(await store.selectFrom('suppression').select('mark').execute()).toHaveLength(1)
    expect(await verifyLog(store)).toMatchObject({ faults: [] })
  })

  it('withdraws for somebody who says so, at every school of whom they are a contact', async () => {
    await post('/contacts', { ...grace, urn: '100002' })
    const id = /\/contacts\/([\w-]{16})"\s*>Withdraw<[^>]*>\s+Grace/.exec(await get('/contacts'))?.[1] ?? ''
    expect((await post(`/contacts/${id}/withdraw`, { source: 'spoken' })).to).toBe('/contacts')
    expect(await addresses()).toEqual(['b@beech.example'])
    expect((await get('/contacts')).split('by word of mouth. Nothing is sent').length).toBe(3)
  })
})

it('the command line records withdrawals of messages too', async () => {
  const consenting = { hubId, urn: 100004, role: 'Head Teacher', givenOn: '2025-01-01', source: 'letter' } as const
  await recordConsent(store, { ...consenting, name: 'Cedric Bar', address: 'c@cedar.example' }, 'test')
  await writeFile(join(folder, 'one.eml'), message('Withdraw', 'c@cedar.example', 'Fri, 9 Jan 2099 09:00:00 +0000'))
  await writeFile(join(folder, 'two.eml'), message('Hello', 'c@cedar.example'))
  const run = (...words: string[]) => runProgram({ words, cwd: folder, env: environmentOf(folder, today) })
  expect(await run('withdraw', 'two.eml')).toMatchObject({ code: 2 })
  const { code, out } = await run('withdraw', 'one.eml', 'two.eml')
  expect({ code, out }).toMatchObject({ code: 0 })
  expect(out).toContain('one.eml: 1 messages, 1 withdrawals recorded, 0 of them')
  expect(await addresses()).not.toContain('c@cedar.example')
  // A day that is still to come is taken for today.
  const days = await store.selectFrom('withdrawal').select('withdrawnOn').execute()
  expect(days.at(-1)).toEqual({ withdrawnOn: today })
})
