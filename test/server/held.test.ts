import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordConsent } from '../../server/access/consent.ts'
import { listHubs } from '../../server/queries/hub.ts'
import type { Store } from '../../migrations/open.ts'
import { hubWith } from '../ingest/story.ts'
import { ask, tokenIn } from './files-app.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Grace Note,Focusing,Developing,Establishing,
`
const priorities = `URN,Meeting date,Priority,What,Why
100001,2024-03-05,1,Sing,as Grace Note said
100001,2024-03-05,2,Play,the other Grace Note
`

let store: Store
let app: Awaited<ReturnType<typeof appOf>>
let steward: { readonly id: string; readonly cookie: string }
beforeAll(async () => {
  store = await hubWith(audits, priorities)
  const [{ id: hubId } = { id: 0 }] = await listHubs(store)
  const consenting = { hubId, urn: 100001, role: 'Head Teacher', givenOn: '2025-01-01', source: 'letter' } as const
  await recordConsent(store, { ...consenting, name: 'Grace Note', address: 'g.n@ash.example' }, 'test')
  app = await appOf(store, '2026-01-10', ':memory:', false)
  steward = await signedIn(store, { name: 'Dora Stave' })
})
afterAll(async () => {
  await app.close()
  await store.destroy()
})

const post = async (url: string, fields: readonly (readonly [string, string])[]) => {
  const { cookie } = steward
  const token = tokenIn((await ask(app, '/held', { headers: { cookie } })).body)
  const payload = new URLSearchParams([
    ['token', token],
    ...fields.map(([name, value]): [string, string] => [name, value]),
  ]).toString()
  return ask(app, url, {
    method: 'POST',
    payload,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
}

const names = ['names', 'grace note\n'] as const
const valueBefore = (page: string, text: string): string =>
  new RegExp(`value="([\\w-]+)"[^>]*>\\s*<label[^>]*>\\s*${text}`).exec(page)?.[1] ?? ''

it('a steward looks over what is held, takes a copy, and erases what they choose and nothing else', async () => {
  expect((await post('/held', [['names', ' ']])).status).toBe(400)
  expect((await post('/held', [['names', 'Nobody Known']])).body).toContain('Nothing is held')
  const found = (await post('/held', [names])).body
  expect(found).toContain('Held: 4 things')
  expect(found).toContain('Priority, URN 100001, meeting of 5 March 2024')
  const copy = await post('/held/copy', [names])
  expect(copy.headers['content-disposition']).toContain('held.json')
  expect(JSON.parse(copy.body)).toMatchObject({ contacts: [{ address: 'g.n@ash.example' }], filesNotSearched: 0 })
  const chosen = [
    ['contacts', valueBefore(found, 'Grace Note, Head Teacher')],
    ['words', valueBefore(found, 'as Grace Note said')],
    ['words', valueBefore(found, 'Grace Note\\s*<')],
  ] as const
  expect(chosen.every(([, value]) => value !== '')).toBe(true)
  const after = (await post('/held/erase', [names, ...chosen])).body
  expect(after).toContain('Erased: 0 people who signed in, 1 contact, the name in 2 places.')
  expect(after).toContain('Held: 1 thing')
  expect(after).toContain('the other Grace Note')
  const log = JSON.stringify(await store.selectFrom('auditLog').selectAll().execute())
  expect(log).toContain('took a name out of words')
  expect(log).not.toMatch(/grace|ash\.example/i)
})

it('a steward cannot erase themselves', async () => {
  const refused = await post('/held/erase', [
    ['names', 'Dora Stave'],
    ['people', steward.id],
  ])
  expect({ status: refused.status, said: refused.body.includes('ask another steward') }).toEqual({
    status: 400,
    said: true,
  })
})
