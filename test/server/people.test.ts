import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { cookieName } from '../../server/access/cookie.ts'
import { originOf } from '../../server/access/loopback.ts'
import { usualRates } from '../../server/access/rates.ts'
import { buildApp } from '../../server/app.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { loadFile, register } from '../ingest/story.ts'
import { ask, tokenIn } from './files-app.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

let store: Store
let app: Awaited<ReturnType<typeof appOf>>
let cookie: string
beforeAll(async () => {
  store = await openStore(':memory:')
  await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  await loadFile(store, 'register.csv', register)
  app = await appOf(store, '2026-01-10', ':memory:', false)
  ;({ cookie } = await signedIn(store, { name: 'Dora Stave' }))
})
afterAll(async () => {
  await app.close()
  await store.destroy()
})

const get = (url: string) => ask(app, url, { headers: { cookie } })
const post = async (url: string, fields: Readonly<Record<string, string>> = {}) =>
  ask(app, url, {
    method: 'POST',
    payload: new URLSearchParams({ token: tokenIn((await get('/people')).body), ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
  })

const invitationIn = (page: string): string => /http:\/\/127\.0\.0\.1(\/invitation\/[\w-]{43})/.exec(page)?.[1] ?? ''

describe('the data steward', () => {
  it('invites somebody, is told the address once, and says what is wrong at its field', async () => {
    const wrong = await post('/people', { name: 'Olive', role: 'council officer', of: 'Leicester', schools: 'Ash' })
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('A council officer is of one council: enter an LA code of three digits')
    expect(wrong.body).toContain('Use URNs of six digits')
    for (const [role, of, said] of [
      ['council officer', '999', '999 is no LA code of the hub’s area'],
      ['school user', '999999', 'The register that is loaded has no URN 999999'],
      ['trust user', 'T77', 'The register that is loaded has no trust T77'],
    ] as const) {
      const nowhere = await post('/people', { name: 'Olive', role, of })
      expect(nowhere.status).toBe(400)
      expect(nowhere.body).toContain(said)
    }
    expect((await post('/people', { name: 'Ash', role: 'school user', of: '100001' })).status).toBe(200)
    const made = await post('/people', { name: 'Olive', role: 'council officer', of: '901', schools: '' })
    const invitation = invitationIn(made.body)
    expect((await ask(app, invitation)).body).toContain('You are invited as council officer')
    const list = (await get('/people')).body
    expect(list).toContain('council officer of council 901')
    expect(list).not.toContain(invitation)
  })

  it('invites again, ends sign-ins and disables, and none of it for people of another hub', async () => {
    const other = await addHub(store, { name: 'Southshire', area: ['902'], now: '2026-01-01T00:00:00Z' })
    const [own, foreign] = [await signedIn(store, { role: 'hub leader' }), await signedIn(store, { hubId: other })]
    const isIn = async (of: string) => (await ask(app, '/account', { headers: { cookie: of } })).status === 200
    for (const way of ['invite', 'end', 'disable'])
      expect((await post(`/people/${foreign.id}/${way}`)).status).toBe(404)
    expect(await isIn(foreign.cookie)).toBe(true)
    const again = invitationIn((await post(`/people/${own.id}/invite`)).body)
    expect((await ask(app, again)).status).toBe(200)
    expect((await post(`/people/${own.id}/end`)).to).toBe('/people')
    expect(await isIn(own.cookie)).toBe(false)
    expect((await post(`/people/${own.id}/disable`)).to).toBe('/people')
    expect((await ask(app, again)).status).toBe(404)
    expect((await post(`/people/${own.id}/invite`)).status).toBe(404)
  })

  it('makes somebody something else to the hub, who then signs in anew, and says so in the log', async () => {
    const adviser = await signedIn(store, { role: 'adviser', assigned: [100002], name: 'Amos Quaver' })
    const sees = async (url: string) => (await ask(app, url, { headers: { cookie: adviser.cookie } })).status
    expect((await get(`/people/${adviser.id}`)).body).toContain('value="100002"')
    const wrong = await post(`/people/${adviser.id}`, { role: 'trust user', of: '', schools: 'Ash' })
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('A trust user is of one trust')
    expect(wrong.body).toContain('Use URNs of six digits')
    const assigned = { role: 'adviser', of: '', schools: '100001 100002' }
    expect((await post(`/people/${adviser.id}`, assigned)).to).toBe('/people')
    expect((await get('/people')).body).toContain('adviser, 2 assigned')
    expect(await sees('/account')).toBe(200)
    await post(`/people/${adviser.id}`, { role: 'council officer', of: '901', schools: '100001' })
    expect(await sees('/account')).toBe(303)
    expect((await get('/people')).body).toMatch(/Amos Quaver[^]*council officer of council 901/)
    expect((await get('/audit-log?action=changed+a+person')).body).toContain(
      'Amos Quaver, council officer, of 901, adviser before, 2 schools assigned before: URN 100001, 100002, 1 sign-in ended',
    )
    const [self] = await store.selectFrom('person').select('id').where('name', '=', 'Dora Stave').execute()
    const refused = await post(`/people/${self?.id}`, { role: 'hub leader', of: '', schools: '' })
    expect(refused.body).toContain('You cannot change what you are yourself')
  })

  it('reads in the log who did what, and asks it by action, person and day', async () => {
    const all = (await get('/audit-log')).body
    expect(all).toContain('invited a person')
    expect(all).toContain('Dora Stave')
    expect(all).toContain('disabled a person')
    const some = (await get('/audit-log?action=disabled+a+person')).body
    expect(some).toContain('1 entry, the newest first')
    expect((await get('/audit-log?person=operator')).body).toContain('0 entries')
    expect((await get('/audit-log?to=2020-01-01')).body).toContain('0 entries')
  })
})

describe('a server that others reach', () => {
  it('gives cookies that only an encrypted connection carries, and answers to its own name only', async () => {
    const origin = originOf('https://hub.example')
    const sources = { store, storeFile: ':memory:', evidenceOf: evidenceKeeper(store), today: () => '2026-01-10' }
    const others = await buildApp({ ...sources, sample: false, origin }, { logLevel: 'silent' })
    const asked = (url: string, headers = {}) => others.inject({ url, headers: { host: 'hub.example', ...headers } })
    const { headers } = await asked('/sign-in')
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect((await others.inject({ url: '/sign-in', headers: { host: '127.0.0.1' } })).statusCode).toBe(400)
    const secret = cookie.split('=')[1]
    expect((await asked('/account', { cookie })).statusCode).toBe(303)
    const page = await asked('/account', { cookie: `${cookieName(origin)}=${secret}` })
    expect(page.statusCode).toBe(200)
    const out = await others.inject({
      method: 'POST',
      url: '/sign-out',
      headers: {
        host: 'hub.example',
        origin: 'https://hub.example',
        cookie: `__Host-crescendo-session=${secret}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ token: tokenIn(page.body) }).toString(),
    })
    expect(out.headers['set-cookie']).toMatch(/^__Host-crescendo-session=;.*Path=\/;.*HttpOnly; Secure; SameSite=Lax$/)
    expect(() => originOf('http://hub.example')).toThrow('use an address such as https://hub.example')
    expect(() => originOf('https://hub.example/path')).toThrow('use an address')
    await others.close()
  })
})

describe('whoever asks too often', () => {
  it('is told to wait, by person or address, and nobody else is', async () => {
    const rates = {
      ...usualRates,
      read: { most: 4, minutes: 1 },
      'sign-in': { most: 2, minutes: 15 },
      upload: { most: 1, minutes: 60 },
    }
    const busy = await appOf(store, '2026-01-10', ':memory:', false, rates)
    const [one, two] = [await signedIn(store, { role: 'hub leader' }), await signedIn(store, { role: 'adviser' })]
    const statuses = async (times: number, look: () => Promise<{ status: number }>) => {
      const found: number[] = []
      for (let at = 0; at < times; at += 1) found.push((await look()).status)
      return found
    }
    const look = (of: string) => () => ask(busy, '/account', { headers: { cookie: of } })
    expect(await statuses(5, look(one.cookie))).toEqual([200, 200, 200, 200, 429])
    expect(await statuses(1, look(two.cookie))).toEqual([200])
    const tried = () => ask(busy, '/invitation/guessed')
    expect(await statuses(3, tried)).toEqual([404, 404, 429])
    const refused = await tried()
    expect(refused.body).toContain('Wait 15 minutes, then go on.')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800)
    const steward = await signedIn(store)
    const sent = () => ask(busy, '/import', { method: 'POST', headers: { cookie: steward.cookie } })
    expect(await statuses(2, sent)).toEqual([400, 429])
    await busy.close()
  })
})
