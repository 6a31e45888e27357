import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '../../analytics/framework/role.ts'
import { appOf, sampleApp, type SampleApp } from './sample-app.ts'
import { ask, tokenIn } from './files-app.ts'
import { signedIn } from './signed-in.ts'

let sample: SampleApp
beforeAll(async () => void (sample = await sampleApp()))
afterAll(() => sample.close())

const idOf = async (role: Role): Promise<string> =>
  (
    await sample.store
      .selectFrom('person')
      .select('id')
      .where('role', '=', role)
      .where('isSample', '=', 1)
      .executeTakeFirstOrThrow()
  ).id

const form = (fields: Readonly<Record<string, string>>, cookie = '') => ({
  method: 'POST' as const,
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
})

const cookieIn = (headers: Record<string, unknown>): string => String(headers['set-cookie']).split(';')[0] ?? ''

/** Signs in as one of the sample people by the form of the page; gives where it leads and the cookie. */
async function asSample(role: Role, to = '') {
  const token = tokenIn((await ask(sample.app, '/sign-in')).body)
  const {
    status,
    to: led,
    headers,
  } = await ask(sample.app, '/sign-in/sample', form({ token, person: await idOf(role), to }))
  expect(status).toBe(303)
  return { led, cookie: cookieIn(headers), header: String(headers['set-cookie']) }
}

describe('the sample county', () => {
  it('lets anybody in as each of its people, who begin at a page of their own', async () => {
    const page = (await ask(sample.app, '/sign-in')).body
    for (const role of roles) {
      expect(page.toLowerCase()).toContain(role)
      const { led, cookie } = await asSample(role)
      const { status, body } = await ask(sample.app, led, { headers: { cookie } })
      expect({ role, status }).toEqual({ role, status: 200 })
      expect(body).toContain(`, ${role}</p>`)
    }
  })

  it('goes on to the page that was asked for, and to none elsewhere', async () => {
    expect((await asSample('hub leader', '/schools?q=a')).led).toBe('/schools?q=a')
    for (const elsewhere of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])
      expect((await asSample('hub leader', elsewhere)).led).toBe('/')
  })

  it('lets nobody in by its one press where the county is not the sample, or the person is not of it', async () => {
    const real = await appOf(sample.store, sample.today, ':memory:', false)
    const token = tokenIn((await ask(sample.app, '/sign-in')).body)
    const press = (person: string) => form({ token, person, to: '' })
    expect((await ask(real, '/sign-in/sample', press(await idOf('data steward')))).status).toBe(404)
    expect((await ask(real, '/sign-in')).body).not.toContain('/sign-in/sample')
    const { id } = await signedIn(sample.store)
    expect((await ask(sample.app, '/sign-in/sample', press(id))).status).toBe(404)
    await real.close()
  })
})

describe('a login session', () => {
  it('is kept as a hash only, in a cookie that scripts and other sites cannot use', async () => {
    const { cookie, header } = await asSample('adviser')
    expect(header).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    const secret = cookie.split('=')[1] ?? ''
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(await sample.store.selectFrom('loginSession').selectAll().execute())).not.toContain(secret)
  })

  it('ends by signing out, by its person from another browser, and by nobody else', async () => {
    const [here, there, other] = [await asSample('adviser'), await asSample('adviser'), await asSample('hub leader')]
    const look = async (cookie: string) => (await ask(sample.app, '/account', { headers: { cookie } })).status
    const own = (await ask(sample.app, '/account', { headers: { cookie: here.cookie } })).body
    const token = tokenIn(own)
    const hashes = [...own.matchAll(/name="sign-in" value="(\w+)"/g)].map(([, hash = '']) => hash)
    const foreign = (await ask(sample.app, '/account', { headers: { cookie: other.cookie } })).body
    const [stolen = ''] = [...foreign.matchAll(/name="sign-in" value="(\w+)"/g)].map(([, hash = '']) => hash)
    expect(hashes.length).toBeGreaterThan(1)
    expect(hashes).not.toContain(stolen)
    await ask(sample.app, '/account/end', form({ token, 'sign-in': stolen }, here.cookie))
    expect(await look(other.cookie)).toBe(200)
    for (const hash of hashes.slice(1))
      await ask(sample.app, '/account/end', form({ token, 'sign-in': hash }, here.cookie))
    expect(new Set([await look(here.cookie), await look(there.cookie)])).toEqual(new Set([200, 303]))
    const left = (await look(here.cookie)) === 200 ? here : there
    const leftToken = tokenIn((await ask(sample.app, '/account', { headers: { cookie: left.cookie } })).body)
    expect((await ask(sample.app, '/sign-out', form({ token: 'stale' }, left.cookie))).status).toBe(403)
    expect((await ask(sample.app, '/sign-out', form({ token: leftToken }, left.cookie))).to).toBe('/sign-in')
    expect(await look(left.cookie)).toBe(303)
  })

  it('ends where the same browser signs in anew, as whomever, and its pages go from the browser on signing out', async () => {
    const [before, elsewhere] = [await asSample('adviser'), await asSample('adviser')]
    const token = tokenIn((await ask(sample.app, '/sign-in', { headers: { cookie: before.cookie } })).body)
    const { headers } = await ask(
      sample.app,
      '/sign-in/sample',
      form({ token, person: await idOf('data steward'), to: '' }, before.cookie),
    )
    const look = async (cookie: string) => (await ask(sample.app, '/account', { headers: { cookie } })).status
    const now = cookieIn(headers)
    expect([await look(before.cookie), await look(elsewhere.cookie), await look(now)]).toEqual([303, 200, 200])
    const own = tokenIn((await ask(sample.app, '/account', { headers: { cookie: now } })).body)
    const left = await ask(sample.app, '/sign-out', form({ token: own }, now))
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"')
  })

  it('ends when it is not used, when its time is over, and when its person is disabled', async () => {
    const look = async (cookie: string) => (await ask(sample.app, '/', { headers: { cookie } })).status
    const [idle, old, gone] = [await signedIn(sample.store), await signedIn(sample.store), await signedIn(sample.store)]
    for (const { cookie } of [idle, old, gone]) expect(await look(cookie)).toBe(200)
    const past = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    const change = (id: string) => sample.store.updateTable('loginSession').where('personId', '=', id)
    await change(idle.id)
      .set({ seenAt: past(61) })
      .execute()
    await change(old.id)
      .set({ endsAt: past(1) })
      .execute()
    await sample.store
      .updateTable('person')
      .set({ disabledAt: past(0) })
      .where('id', '=', gone.id)
      .execute()
    for (const { cookie } of [idle, old, gone]) expect(await look(cookie)).toBe(303)
  })
})
