import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { invite, inviteAgain } from '../../server/access/invite.ts'
import { weaknessOf } from '../../server/access/password.ts'
import { findPerson } from '../../server/queries/person.ts'
import { codeOf } from './code-of.ts'
import { ask, tokenIn } from './files-app.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

const password = 'brass harbour lemon kettle'

let store: Store
let hubId: number
let app: Awaited<ReturnType<typeof appOf>>
beforeAll(async () => {
  store = await openStore(':memory:')
  hubId = await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  app = await appOf(store, '2026-01-10', ':memory:', false)
})
afterAll(async () => {
  await app.close()
  await store.destroy()
})

const post = (url: string, fields: Readonly<Record<string, string>>, cookie = '') =>
  ask(app, url, {
    method: 'POST',
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
  })

const invited = (name: string) =>
  invite(store, { hubId, name, role: 'hub leader', organisation: null, assigned: [] }, 'test')

const secretIn = (page: string): string => /secret=([A-Z2-7]+)/.exec(page)?.[1] ?? ''

/** Takes up an invitation with a password and an app; gives the secret of the app. */
async function takeUp(secret: string): Promise<string> {
  const page = (await ask(app, `/invitation/${secret}`)).body
  const key = secretIn(page)
  const fields = { token: tokenIn(page), password, again: password, code: codeOf(key) }
  expect((await post(`/invitation/${secret}/password`, fields)).to).toBe('/')
  return key
}

async function signIn(name: string, typed: { readonly password?: string; readonly code: string }) {
  const token = tokenIn((await ask(app, '/sign-in')).body)
  return post('/sign-in', { token, name, password, to: '', ...typed })
}

const actionsOf = async (personId: string) =>
  (await store.selectFrom('auditLog').select('action').where('personId', '=', personId).execute()).map(
    ({ action }) => action,
  )

describe('an invitation', () => {
  it('asks for a password that is hard to guess, twice, and for the code that the app shows', async () => {
    const { secret } = await invited('Ada Lowe')
    const page = (await ask(app, `/invitation/${secret}`)).body
    expect(page).toContain('Welcome, Ada Lowe')
    const token = tokenIn(page)
    const tried = await post(`/invitation/${secret}/password`, {
      token,
      password: 'short',
      again: 'shorter',
      code: '1',
    })
    expect(tried.status).toBe(400)
    for (const said of ['Use at least 15', 'not the same', 'six digits that the app shows now'])
      expect(tried.body).toContain(said)
    await takeUp(secret)
  })

  it('works once, for a week, and not after a newer one was made', async () => {
    const [used, old, renewed] = [await invited('Used'), await invited('Old'), await invited('Renewed')]
    await takeUp(used.secret)
    await store.updateTable('invitation').set({ endsAt: '2026-01-01' }).where('personId', '=', old.id).execute()
    const person = await findPerson(store, renewed.id)
    if (person === null) throw new Error('nobody was invited')
    const newer = await inviteAgain(store, person, 'test')
    for (const { secret } of [used, old, renewed]) expect((await ask(app, `/invitation/${secret}`)).status).toBe(404)
    expect((await ask(app, '/invitation/guessed')).status).toBe(404)
    expect((await ask(app, `/invitation/${newer}`)).status).toBe(200)
    expect(JSON.stringify(await store.selectFrom('invitation').selectAll().execute())).not.toContain(newer)
  })

  it('is the way back in: what was used before holds no more, and open sign-ins end', async () => {
    const { id, secret, signInName } = await invited('Forgetful')
    const key = await takeUp(secret)
    const first = await signIn(signInName, { code: codeOf(key, 1) })
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? ''
    expect((await ask(app, '/account', { headers: { cookie } })).status).toBe(200)
    const person = await findPerson(store, id)
    if (person === null) throw new Error('nobody was invited')
    const other = await takeUp(await inviteAgain(store, person, 'test'))
    expect(other).not.toBe(key)
    expect((await ask(app, '/account', { headers: { cookie } })).status).toBe(303)
    expect((await signIn(signInName, { code: codeOf(key, 1) })).status).toBe(400)
    expect((await signIn(signInName, { code: codeOf(other, 1) })).status).toBe(303)
  })
})

describe('a password and a code', () => {
  it('let in together, a code only once, and the log tells of each try without what was typed', async () => {
    const { id, secret, signInName } = await invited('Grace Note')
    const key = await takeUp(secret)
    expect((await signIn(signInName, { code: codeOf(key) })).status).toBe(400)
    expect((await signIn(signInName, { password: 'wrong', code: codeOf(key, 1) })).status).toBe(400)
    expect((await signIn(signInName.toUpperCase(), { code: codeOf(key, 1) })).status).toBe(303)
    expect((await signIn(signInName, { code: codeOf(key, 1) })).status).toBe(400)
    expect(await actionsOf(id)).toEqual([
      'used an invitation',
      'sign-in refused',
      'sign-in refused',
      'signed in',
      'sign-in refused',
    ])
    const log = JSON.stringify(await store.selectFrom('auditLog').selectAll().execute())
    for (const told of [password, key, 'Grace', signInName]) expect(log).not.toContain(told)
  })

  it('are changed on a page of their own by who has them, and by nobody who signs in otherwise', async () => {
    const { secret, signInName } = await invited('Changing')
    const key = await takeUp(secret)
    const { headers } = await signIn(signInName, { code: codeOf(key, 1) })
    const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
    expect((await ask(app, '/account', { headers: { cookie } })).body).toContain('href="/account/password"')
    const token = tokenIn((await ask(app, '/account/password', { headers: { cookie } })).body)
    const change = (fields: Readonly<Record<string, string>>) =>
      post('/account/password', { token, now: password, code: '000000', ...fields }, cookie)
    const weak = await change({ password: 'changing changing', again: 'another' })
    expect(weak.status).toBe(400)
    for (const said of ['Use something harder to guess', 'not the same']) expect(weak.body).toContain(said)
    const next = 'velvet anchor pepper window'
    const wrong = await change({ password: next, again: next })
    expect([wrong.status, wrong.body.includes('That password and code do not belong together')]).toEqual([400, true])
    expect((await post('/account/password', { now: password, password: next, again: next }, cookie)).status).toBe(403)
    // The codes of this time were used already; here it is made as if they were not.
    await store
      .updateTable('credential')
      .set({ body: sql`json_set(body, '$.lastStep', 0)` })
      .where('kind', '=', 'totp')
      .execute()
    const changed = await change({ password: next, again: next, code: codeOf(key) })
    expect([changed.status, changed.to]).toEqual([303, '/account'])
    expect((await ask(app, '/account', { headers: { cookie } })).status).toBe(200)
    const other = await signedIn(store)
    const told = await ask(app, '/account/password', { headers: other })
    expect(told.body).toContain('You sign in without a password')
    expect((await ask(app, '/account', { headers: other })).body).not.toContain('href="/account/password"')
  })

  it('are kept so that the database alone does not give the secret of the codes, nor that of another person', async () => {
    const { id, secret, signInName } = await invited('Sealed')
    const key = await takeUp(secret)
    const { body } = await store
      .selectFrom('credential')
      .select('body')
      .where('personId', '=', id)
      .where('kind', '=', 'totp')
      .executeTakeFirstOrThrow()
    expect(body).not.toContain(key)
    const other = await invited('Other')
    const otherKey = await takeUp(other.secret)
    const stolen = { body: JSON.stringify({ ...(JSON.parse(body) as object), lastStep: 0 }) }
    await store
      .updateTable('credential')
      .set(stolen)
      .where('personId', '=', other.id)
      .where('kind', '=', 'totp')
      .execute()
    for (const tried of [key, otherKey])
      expect((await signIn(other.signInName, { code: codeOf(tried, 1) })).status).toBe(400)
    const log = await store.selectFrom('auditLog').select('detail').where('personId', '=', other.id).execute()
    expect(log.map(({ detail }) => detail)).toContainEqual('{"way":"password","why":"key lost","count":0}')
    expect((await signIn(signInName, { code: codeOf(key, 1) })).status).toBe(303)
  })

  it('say no more of a name that nobody has than of a wrong password', async () => {
    const { secret, signInName } = await invited('Known')
    const key = await takeUp(secret)
    const said = async (name: string, code: string) => {
      const { status, body } = await signIn(name, { password: 'wrong password here', code })
      return [status, body.replaceAll(name, '').replaceAll(/token" value="[^"]+"/g, '')]
    }
    expect(await said(signInName, codeOf(key, 1))).toEqual(await said('nobody.here', '000000'))
  })

  it('lock after ten wrong tries, for a quarter of an hour, and open again by themselves or by an invitation', async () => {
    const { id, secret, signInName } = await invited('Locked')
    const key = await takeUp(secret)
    for (let tries = 0; tries < 10; tries += 1) expect((await signIn(signInName, { code: '000000' })).status).toBe(400)
    expect((await signIn(signInName, { code: codeOf(key, 1) })).status).toBe(400)
    const past = new Date(Date.now() - 16 * 60_000).toISOString()
    await store.updateTable('person').set({ failedAt: past }).where('id', '=', id).execute()
    expect((await signIn(signInName, { code: codeOf(key, 1) })).status).toBe(303)
  })

  it('are refused where the password is one of those that many have', async () => {
    for (const weak of [
      'passwordpassword',
      'Password12345678',
      '111111111111111111',
      'abcdefghijklmnopqrst',
      'qwertyuiopasdfgh',
      'adaloweadalowe2026',
      'letmeinletmein123',
      'summer2026summer2026',
      'x'.repeat(300),
    ])
      expect({ weak, said: await weaknessOf(weak, ['Ada Lowe']) }).toEqual({
        weak,
        said: expect.stringMatching(/^Use /),
      })
    for (const strong of [password, 'Tk4!vm92Lq#xw77Zb', 'wee timorous beastie o mice'])
      expect(await weaknessOf(strong, ['Ada Lowe'])).toBeNull()
  })
})
