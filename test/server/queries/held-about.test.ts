import { expect, it } from 'vitest'
import { recordConsent } from '../../../server/access/consent.ts'
import { forget } from '../../../server/access/forget.ts'
import { invite } from '../../../server/access/invite.ts'
import { verifyLog } from '../../../server/access/verify-log.ts'
import { findHeld, listHeldAbout } from '../../../server/queries/held-about.ts'
import { findNames } from '../../../server/queries/named-in.ts'
import { readFacts } from './all-facts.ts'
import { listHubs } from '../../../server/queries/hub.ts'
import { evidenceKeeper } from '../../../server/evidence.ts'
import { returnsOf } from '../../../server/returns/returns-of.ts'
import { hubWith, loadFile } from '../../ingest/story.ts'
import { signedIn } from '../signed-in.ts'

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Grace Note,Focusing,Developing,Establishing,
`
const priorities =
  'URN,Meeting date,Priority,What,Why\n100001,2024-03-05,1,Sing,as GRACE  NOTE said; the grace notes of Mrs Graceland\n'
const corrected = 'URN,Meeting date,Priority,What,Why\n100001,2024-03-05,1,Sing,as was said\n'

const hubOf = async (store: Parameters<typeof listHubs>[0]) => (await listHubs(store))[0]?.id ?? 0

it('all that is held about somebody is told: sign-ins, consents and texts, past ones too, and no secret', async () => {
  const store = await hubWith(audits, priorities)
  const hubId = await hubOf(store)
  await loadFile(store, 'corrected by Grace Note.csv', corrected)
  const { cookie } = await signedIn(store, { name: 'Grace Note', role: 'adviser', assigned: [100001] })
  const consenting = { hubId, urn: 100001, role: 'Head Teacher', givenOn: '2025-01-01', source: 'letter' } as const
  await recordConsent(store, { ...consenting, name: 'Grace Note', address: 'g.n@ash.example' }, 'test')
  const held = await findHeld(store, hubId, ['grace note'])
  expect(held.named.map(({ table, column, holds }) => `${table} ${column} ${holds}`).toSorted()).toEqual([
    'audit adviser true',
    'priority why false',
    'receipt fileName true',
  ])
  expect(held.signIns).toMatchObject([{ person: { name: 'Grace Note' }, assignedSchools: [{ urn: 100001 }] }])
  expect(held.contacts).toMatchObject([{ address: 'g.n@ash.example', consents: [{ givenOn: '2025-01-01' }] }])
  expect(JSON.stringify(held)).not.toContain(cookie.split('=')[1])
  expect((await findHeld(store, hubId, ['G.N@ash.example'])).contacts).toHaveLength(1)
  expect(await findHeld(store, hubId + 1, ['grace note'])).toMatchObject({ signIns: [], contacts: [], named: [] })
  await store.destroy()
})

it('who is erased is nowhere any more, and the log is whole', async () => {
  const store = await hubWith()
  const hubId = await hubOf(store)
  const person = { hubId, name: 'Grace Note', role: 'adviser' as const, organisation: null, assigned: [100001] }
  const { id } = await invite(store, person, 'operator')
  expect(await forget(store, { hubId, people: [id, 'nobody'] }, 'operator')).toMatchObject({ people: 1 })
  for (const table of ['person', 'personSchool', 'credential', 'invitation', 'loginSession', 'auditLog'] as const)
    expect(JSON.stringify(await store.selectFrom(table).selectAll().execute()).toLowerCase()).not.toContain('grace')
  expect(await listHeldAbout(store, id)).toMatchObject({ person: undefined, assignedSchools: [], signIns: [] })
  expect(await verifyLog(store)).toMatchObject({ rows: 2, faults: [] })
  await store.destroy()
})

it('a name goes out of the places that were confirmed and of no other, in every version, and levels stay', async () => {
  const store = await hubWith(audits, priorities)
  const hubId = await hubOf(store)
  const [hub = { id: 0, name: '', dataVersion: 0 }] = await listHubs(store)
  const before = await readFacts(store, hub)
  const names = ['Grace Note']
  const places = await findNames(store, hubId, names)
  expect(places.map(({ text, spans }) => spans.map(([at, long]) => text.slice(at, at + long)))).toEqual(
    expect.arrayContaining([['GRACE  NOTE'], ['Grace Note']]),
  )
  const why = places.filter(({ column }) => column === 'why').map(({ code }) => code)
  const first = await forget(store, { hubId, words: { names, codes: [...why, 'no such place'] } }, 'operator')
  expect(first.places).toBe(1)
  expect(await store.selectFrom('priority').select('why').execute()).toEqual([
    { why: 'as [name removed] said; the grace notes of Mrs Graceland' },
  ])
  const rest = (await findNames(store, hubId, names)).map(({ code }) => code)
  await forget(store, { hubId, words: { names, codes: rest } }, 'operator')
  expect(await findNames(store, hubId, names)).toEqual([])
  const after = await readFacts(store, hub)
  expect(after.audits).toEqual(before.audits.map((audit) => ({ ...audit, adviser: null })))
  // Whatever was made of the facts before is not shown again.
  expect(after.dataVersion).toBe(before.dataVersion + 2)
  expect(JSON.stringify(await store.selectFrom('erasure').selectAll().execute())).not.toMatch(/grace/i)
  await store.destroy()
})

it('is told of in remarks, frozen views and what is written in returns too; what was frozen or approved stays', async () => {
  const store = await hubWith(audits)
  const hubId = await hubOf(store)
  const at = '2026-01-10T09:00:00Z'
  const undone = { approvedAt: null, approvedBy: null, withdrawnAt: null, withdrawnBy: null }
  const place = { page: '', measure: 'coverage', scope: '', meantFor: 'hub', dataVersion: 1, replaces: null } as const
  const said = { hubId, text: 'Grace Note was away.', writtenAt: at, writtenBy: 'by' }
  await store
    .insertInto('remark')
    .values({ id: 1, ...place, ...said, ...undone })
    .execute()
  const remarks = JSON.stringify([{ text: 'Grace Note was away.' }])
  const view = { id: 'v', hubId, title: 'For committee', address: '/', dataVersion: 1, answers: '[]', remarks }
  await store
    .insertInto('frozenView')
    .values({ ...view, frozenAt: at, frozenBy: 'by' })
    .execute()
  const sources = { store, evidenceOf: evidenceKeeper(store), today: () => '2026-01-10' }
  const returns = returnsOf(sources, { id: 'by', hubId, role: 'hub leader' })
  const ids = [await returns.draft('arts-council', 2023), await returns.draft('arts-council', 2024)]
  for (const returnId of ids) {
    const text = { returnId, narrative: 'n', number: 1, text: 'Led by Grace Note.', writtenAt: at, writtenBy: 'by' }
    await store.insertInto('returnText').values(text).execute()
  }
  const approved = { state: 'approved', approvedAt: at, approvedBy: 'by' } as const
  await store
    .updateTable('returnIssue')
    .set(approved)
    .where('id', '=', ids[0] ?? 0)
    .execute()
  const names = ['Grace Note']
  const { named } = await findHeld(store, hubId, names)
  const told = named.map(({ table, column, key, canGo }) => `${table} ${column} ${key['returnId'] ?? ''} ${canGo}`)
  expect(told.toSorted()).toEqual([
    'audit adviser  true',
    'frozenView remarks  false',
    'remark text  true',
    `returnText text ${ids[0]} false`,
    `returnText text ${ids[1]} true`,
  ])
  await forget(store, { hubId, words: { names, codes: named.map(({ code }) => code) } }, 'operator')
  expect((await findNames(store, hubId, names)).map(({ table }) => table).toSorted()).toEqual([
    'frozenView',
    'returnText',
  ])
  expect(await store.selectFrom('returnText').select('text').orderBy('returnId').execute()).toEqual([
    { text: 'Led by Grace Note.' },
    { text: 'Led by [name removed].' },
  ])
  expect(await findNames(store, hubId + 1, names)).toEqual([])
  await store.destroy()
})
