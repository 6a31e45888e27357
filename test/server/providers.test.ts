import { createServer } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { load } from '../../ingest/load.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import type { Refusal } from '../../server/access/provider/refused.ts'
import { parseProviders } from '../../server/access/provider/settings.ts'
import { ask, tokenIn } from './files-app.ts'
import { client, closing, listening, openProvider, type Lie, type ProviderServer } from './provider-server.ts'
import { openRoles, rolesSecret, type RolesServer } from './roles-server.ts'
import { appWith } from './sample-app.ts'

const register = (rows: readonly string[]): Uint8Array =>
  Buffer.from(
    `URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),OpenDate,CloseDate,Trusts (code),Trusts (name)\n${rows.join('\n')}\n`,
  )

const registers = {
  North: [
    '100001,901,2001,Ash,1,1,2,,,,',
    '100002,901,2002,Beech,34,1,2,,,2001,One',
    '100003,901,2003,Cedar,34,1,2,,,2002,Two',
  ],
  South: ['200001,902,2001,Fir,34,1,2,,,2001,One'],
} as const

const areas = { North: '901', South: '902' } as const

const tenant = '11111111-1111-4111-8111-111111111111'

const own = 'http://127.0.0.1'
const back = (id: string) => ({ in: `${own}/sign-in/with/${id}/back`, out: `${own}/sign-in` })

let store: Store
let app: FastifyInstance
let [dfe, entra]: ProviderServer[] = []
let roles: RolesServer
let deadAddress: string
beforeAll(async () => {
  store = await openStore(':memory:')
  for (const hub of ['North', 'South'] as const) {
    await addHub(store, { name: hub, area: [areas[hub]], now: '2026-01-01T00:00:00Z' })
    const file = { hub, fileName: 'register.csv', bytes: register(registers[hub]), by: 'test' }
    const { problems } = await load(store, { ...file, today: '2026-01-10', now: '2026-01-10T09:00:00Z' })
    if (problems.length > 0) throw new Error(JSON.stringify(problems))
  }
  roles = await openRoles(client.id)
  const organisation = ['organisation']
  dfe = await openProvider({ claims: { organisation, profile: ['given_name', 'family_name'] }, back: back('dfe') })
  entra = await openProvider({
    claims: { openid: ['sub', 'tid', 'oid', 'roles'], profile: ['name'] },
    back: back('entra'),
  })
  const dead = createServer()
  deadAddress = await listening(dead)
  await closing(dead)
  const providers = parseProviders(JSON.stringify(settings()), { THE_SECRET: client.secret })
  app = await appWith({ store, providers })
})
afterAll(async () => {
  await app.close()
  await Promise.all([dfe?.close(), entra?.close(), roles.close()])
  await store.destroy()
})

const settings = () => {
  const usual = { clientId: client.id, clientSecret: { env: 'THE_SECRET' } }
  const ofDfe = { ...usual, kind: 'dfe-sign-in', rolesApi: roles.address, rolesSecret }
  const codes = { School: 'school user', Trust: 'trust user', Council: 'council officer' }
  return [
    { ...ofDfe, id: 'dfe', name: 'DfE Sign-in', issuer: dfe?.issuer, roles: codes, seconds: 0.4 },
    { ...ofDfe, id: 'dead', name: 'A dead provider', issuer: deadAddress, roles: codes },
    {
      ...usual,
      id: 'entra',
      kind: 'entra',
      name: 'Microsoft',
      issuer: entra?.issuer,
      tenants: [{ id: tenant, hub: 'North' }],
      roles: { Leader: 'hub leader', Adviser: 'adviser', Steward: 'data steward', School: 'school user' },
    },
  ]
}

const serverOf = (id: string): ProviderServer => {
  const found = id === 'entra' ? entra : dfe
  if (found === undefined) throw new Error('no provider is open')
  return found
}

const school = (urn: string, id = `org-${urn}`) => ({ id, name: 'Ash', urn, category: { id: '001' } })
const group = (uid: string, category = '010') => ({ id: `org-${uid}`, name: 'One', uid, category: { id: category } })
const council = (code: string) => ({ id: `org-${code}`, establishmentNumber: code, category: { id: '002' } })

const teacher = (sub: string, organisation: unknown = school('100001')) => ({
  sub,
  given_name: 'Ada',
  family_name: 'Lowe',
  organisation,
})
const colleague = (oid: string, held: readonly string[] = ['Leader'], tid = tenant) => ({
  sub: `pairwise ${oid}`,
  oid,
  tid,
  roles: held,
  name: 'Grace Note',
})

beforeEach(() => {
  for (const server of [dfe, entra]) if (server !== undefined) server.lie = null
  roles.answers = ['School', 'Trust', 'Council']
})

const cookieIn = (headers: Record<string, unknown>, name: string): string =>
  [headers['set-cookie']]
    .flat()
    .map(String)
    .find((set) => set.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''

/** Presses the button of a provider; gives where it leads and the cookie by which the browser is known again. */
async function press(id: string, to = '') {
  const token = tokenIn((await ask(app, '/sign-in')).body)
  const answer = await ask(app, `/sign-in/with/${id}`, {
    method: 'POST',
    payload: new URLSearchParams({ token, to }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: own },
  })
  return { ...answer, cookie: cookieIn(answer.headers, 'crescendo-asked') }
}

/** Comes back from a provider at an address. */
async function comeBack(came: URL, cookie: string) {
  const answer = await ask(app, came.href.slice(came.origin.length), { headers: { cookie } })
  return { ...answer, session: cookieIn(answer.headers, 'crescendo-session') }
}

/** Signs in by a provider, from the press of its button to where it ends. */
async function signIn(id: string, is: ProviderServer['is'], to = '') {
  serverOf(id).is = is
  const pressed = await press(id, to)
  expect(pressed.status).toBe(303)
  return comeBack(await serverOf(id).walk(pressed.to), pressed.cookie)
}

const lastLine = async () =>
  store
    .selectFrom('auditLog')
    .select(['personId', 'hubId', 'action', 'detail'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

/** What was answered and what the log tells of it, as one thing to compare. */
async function toldOf({ status, body, session = '' }: { status: number; body: string; session?: string }) {
  const { personId, action, detail } = await lastLine()
  const isPlain = body.includes('<h1 class="govuk-heading-l">You are not signed in</h1>')
  const who = /^[\w-]{16}$/.test(personId) ? 'their id' : personId
  return { status, isPlain, leadsBack: body.includes('href="/sign-in"'), session, who, action, detail }
}

/** The same of somebody who is refused: a plain page, and a log line that tells why and not who. */
const refusedBy = (provider: string, why: Refusal, more: object = {}) => ({
  status: why === 'not answering' || why === 'roles not told' ? 503 : 403,
  isPlain: true,
  leadsBack: true,
  session: '',
  who: why === 'disabled' ? 'their id' : 'unknown',
  action: 'sign-in refused',
  detail: JSON.stringify({ way: 'provider', provider, why, ...more }),
})

const personIn = async (session: string) => {
  const { body, status } = await ask(app, '/account', { headers: { cookie: session } })
  return status === 200 ? (/<p[^>]*>\s*([^<]*, [a-z ]+)<\/p>/.exec(body)?.[1] ?? '') : null
}

describe('somebody who comes from DfE Sign-in', () => {
  it.each([
    ['a school', school('100001'), '/schools/100001', 'school user', '100001'],
    ['a trust of several schools', group('2002'), '/trust', 'trust user', '2002'],
    ['a trust of one school', group('2002', '013'), '/trust', 'trust user', '2002'],
    ['a council', council('901'), '/council', 'council officer', '901'],
  ])('is of %s by what the organisation says, and begins at its page', async (_, organisation, home, role, code) => {
    const { status, to, session } = await signIn('dfe', teacher(`at ${home} ${organisation.id}`, organisation))
    expect({ status, to }).toEqual({ status: 303, to: home })
    expect(await personIn(session)).toBe(`Ada Lowe, ${role}`)
    expect(roles.asked.at(-1)).toContain(`/services/crescendo/organisations/${organisation.id}/users/`)
    const { personId, action, detail } = await lastLine()
    expect({ action, detail }).toEqual({ action: 'signed in', detail: '{"way":"provider","provider":"dfe"}' })
    const kept = await store.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ role, organisation: code, madeBy: 'dfe' })
  })

  it('goes on to the page they wanted, and is known again the next time', async () => {
    const first = await signIn('dfe', teacher('again'), '/account')
    expect(first.to).toBe('/account')
    const { personId } = await lastLine()
    await signIn('dfe', { ...teacher('again'), family_name: 'Newname' })
    expect((await lastLine()).personId).toBe(personId)
    expect(await personIn(first.session)).toBe('Ada Newname, school user')
  })

  it('is another person in each organisation, and sees in none what is for the other', async () => {
    const one = await signIn('dfe', teacher('two places', school('100001')))
    const { personId } = await lastLine()
    const two = await signIn('dfe', teacher('two places', school('100003')))
    expect((await lastLine()).personId).not.toBe(personId)
    const look = async (session: string, urn: number) =>
      (await ask(app, `/schools/${urn}`, { headers: { cookie: session } })).status
    expect([await look(one.session, 100001), await look(one.session, 100003)]).toEqual([200, 404])
    expect([await look(two.session, 100001), await look(two.session, 100003)]).toEqual([404, 200])
  })

  it('has no sign-in left from before once the organisation is another kind of thing', async () => {
    const before = await signIn('dfe', teacher('changed', { ...school('100001'), id: 'moved' }))
    expect(await personIn(before.session)).toBe('Ada Lowe, school user')
    const after = await signIn('dfe', teacher('changed', { ...school('100003'), id: 'moved' }))
    expect(await personIn(before.session)).toBeNull()
    expect(after.to).toBe('/schools/100003')
    const actions = await store.selectFrom('auditLog').select('action').orderBy('number', 'desc').limit(2).execute()
    expect(actions.map(({ action }) => action)).toEqual(['signed in', 'changed a role'])
  })

  it.each<[string, unknown, Refusal]>([
    ['of a category that is none of ours', { ...school('100001'), category: { id: '051' } }, 'unknown organisation'],
    [
      'of a category named like a part of the language',
      { ...school('100001'), category: { id: '__proto__' } },
      'unknown organisation',
    ],
    ['of no category', { id: 'org', urn: '100001' }, 'unknown organisation'],
    ['of no organisation', null, 'unknown organisation'],
    ['of a school that no hub has', school('999999'), 'unknown organisation'],
    ['of a school whose URN is none', school('100001 or 1'), 'unknown organisation'],
    ['of a council of no hub', council('999'), 'unknown organisation'],
    ['of a trust that no hub has', group('2999'), 'unknown organisation'],
    ['of a trust with schools in two hubs', group('2001'), 'several hubs'],
    ['of two organisations at once', [school('100001'), school('100003')], 'several organisations'],
  ])('is refused %s', async (_, organisation, why) => {
    expect(await toldOf(await signIn('dfe', teacher('refused', organisation)))).toEqual(refusedBy('dfe', why))
  })

  it.each<[string, RolesServer['answers'], Refusal, object]>([
    ['that they have no access', 404, 'no role', {}],
    ['of no role', [], 'no role', {}],
    ['of roles that mean nothing here', ['constructor', 'Other'], 'no role', {}],
    ['of a role that does not fit their organisation', ['Council'], 'no role', {}],
    ['that it may not be asked', 403, 'roles not told', { code: '403' }],
    ['of a fault of its own', 500, 'roles not told', { code: '500' }],
    ['nothing in time', 'never', 'roles not told', { code: 'slow' }],
  ])('is refused when the API of roles tells %s', async (_, answers, why, more) => {
    roles.answers = answers
    expect(await toldOf(await signIn('dfe', teacher('refused')))).toEqual(refusedBy('dfe', why, more))
  })

  it('is refused once disabled, with their sign-ins ended, and comes to no second account', async () => {
    const { session } = await signIn('dfe', teacher('disabled'))
    const { personId } = await lastLine()
    await store.updateTable('person').set({ disabledAt: '2026-01-10' }).where('id', '=', personId).execute()
    const people = async () => (await store.selectFrom('person').select('id').execute()).length
    const before = await people()
    expect(await toldOf(await signIn('dfe', teacher('disabled')))).toEqual(refusedBy('dfe', 'disabled'))
    expect((await lastLine()).personId).toBe(personId)
    expect(await personIn(session)).toBeNull()
    expect(await people()).toBe(before)
  })

  it('signs out here and there', async () => {
    const { session } = await signIn('dfe', teacher('leaver'))
    const token = tokenIn((await ask(app, '/account', { headers: { cookie: session } })).body)
    const out = await ask(app, '/sign-out', {
      method: 'POST',
      payload: new URLSearchParams({ token }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: own, cookie: session },
    })
    const there = new URL(out.to)
    expect(there.origin).toBe(serverOf('dfe').issuer)
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${own}/sign-in`)
    const asked = await fetch(there, { redirect: 'manual' })
    expect(asked.status).toBe(200)
    expect(await personIn(session)).toBeNull()
  })
})

describe('somebody who comes from Entra', () => {
  it.each([
    ['Leader', 'hub leader'],
    ['Adviser', 'adviser'],
    ['Steward', 'data steward'],
  ])('is of the hub of their directory, by the app role %s', async (held, role) => {
    const { to, session } = await signIn('entra', colleague(`object ${held}`, [held]))
    expect(to).toBe('/')
    expect(await personIn(session)).toBe(`Grace Note, ${role}`)
    const { hubId } = await lastLine()
    expect(
      (
        await store
          .selectFrom('hub')
          .select('name')
          .where('id', '=', hubId ?? 0)
          .executeTakeFirst()
      )?.name,
    ).toBe('North')
  })

  it('is known by directory and object, whatever else is said of them', async () => {
    await signIn('entra', colleague('same'))
    const { personId } = await lastLine()
    await signIn('entra', { ...colleague('same'), sub: 'another', name: 'Grace Chord', email: 'g@elsewhere.example' })
    expect((await lastLine()).personId).toBe(personId)
    await signIn('entra', { ...colleague('other'), name: 'Grace Chord' })
    expect((await lastLine()).personId).not.toBe(personId)
  })

  it.each<[string, ProviderServer['is'], Refusal]>([
    [
      'from a directory that is not on the list',
      colleague('x', ['Leader'], '22222222-2222-4222-8222-222222222222'),
      'unknown organisation',
    ],
    ['from no directory', { ...colleague('x'), tid: undefined }, 'unknown organisation'],
    ['without an object', { ...colleague('x'), oid: undefined }, 'unknown organisation'],
    ['without an app role', colleague('x', []), 'no role'],
    ['with an app role that means nothing here', colleague('x', ['toString']), 'no role'],
    ['with a role of a school, of which the directory says nothing', colleague('x', ['School']), 'no role'],
    ['with two of our roles', colleague('x', ['Leader', 'Steward']), 'several roles'],
  ])('is refused %s', async (_, is, why) => {
    expect(await toldOf(await signIn('entra', is))).toEqual(refusedBy('entra', why))
  })
})

describe('an answer of a provider', () => {
  const comparison = { code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' }
  const invalid = { code: 'OAUTH_INVALID_RESPONSE' }
  const past = Math.floor(Date.now() / 1000) - 3600

  it.each<[string, Lie, object]>([
    ['has another nonce', { claims: (told) => ({ ...told, nonce: 'another' }) }, comparison],
    ['has no nonce', { claims: (told) => ({ ...told, nonce: undefined }) }, invalid],
    ['is of another issuer', { claims: (told) => ({ ...told, iss: 'https://elsewhere.example' }) }, comparison],
    ['is for somebody else', { claims: (told) => ({ ...told, aud: 'another client' }) }, comparison],
    [
      'is for others too, and not asked for by us',
      { claims: (told) => ({ ...told, aud: [client.id, 'x'], azp: 'x' }) },
      comparison,
    ],
    ['is out of time', { claims: (told) => ({ ...told, exp: past }) }, { code: 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED' }],
    ['is signed by nobody', { signing: 'by nobody' }, invalid],
    ['is signed with another key', { signing: 'with another key' }, invalid],
    ['is signed with the public key as a secret', { signing: 'with the public key as a secret' }, invalid],
  ])('is not trusted where its word of somebody %s', async (_, lie, code) => {
    for (const id of ['dfe', 'entra']) {
      serverOf(id).lie = lie
      const is = id === 'dfe' ? teacher('liar') : colleague('liar')
      expect(await toldOf(await signIn(id, is))).toEqual(refusedBy(id, 'not trusted', code))
    }
  })

  const changed = async (id: string, change: (came: URL) => void) => {
    serverOf(id).is = id === 'dfe' ? teacher('changed answer') : colleague('changed answer')
    const { to, cookie } = await press(id)
    const came = await serverOf(id).walk(to)
    change(came)
    return comeBack(came, cookie)
  }

  it('is not trusted with another state, with none, or with the name of another issuer', async () => {
    const set = (name: string, value: string) => (came: URL) => came.searchParams.set(name, value)
    for (const change of [
      set('state', 'another'),
      (came: URL) => came.searchParams.delete('state'),
      set('iss', 'https://elsewhere.example'),
      (came: URL) => came.searchParams.delete('iss'),
    ])
      expect(await toldOf(await changed('dfe', change))).toEqual(refusedBy('dfe', 'not trusted', invalid))
  })

  it('is not trusted where the code was asked for with another proof key', async () => {
    serverOf('dfe').is = teacher('stolen code')
    const { to, cookie } = await press('dfe')
    const address = new URL(to)
    expect(address.searchParams.get('code_challenge_method')).toBe('S256')
    address.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
    const came = await serverOf('dfe').walk(address.href)
    expect(await toldOf(await comeBack(came, cookie))).toEqual(
      refusedBy('dfe', 'not trusted', { code: 'OAUTH_RESPONSE_BODY_ERROR' }),
    )
  })

  it('counts once: neither the same address again nor its code in another sign-in lets anybody in', async () => {
    serverOf('dfe').is = teacher('replayed')
    const { to, cookie } = await press('dfe')
    const came = await serverOf('dfe').walk(to)
    expect((await comeBack(came, cookie)).status).toBe(303)
    expect(await toldOf(await comeBack(came, cookie))).toEqual(refusedBy('dfe', 'not begun'))
    const again = await press('dfe')
    const later = await serverOf('dfe').walk(again.to)
    later.searchParams.set('code', came.searchParams.get('code') ?? '')
    expect(await toldOf(await comeBack(later, again.cookie))).toEqual(
      refusedBy('dfe', 'not trusted', {
        code: 'OAUTH_RESPONSE_BODY_ERROR',
      }),
    )
  })

  it('lets in no browser but the one that began, and that not after a quarter of an hour', async () => {
    serverOf('dfe').is = teacher('other browser')
    const { to, cookie } = await press('dfe')
    const came = await serverOf('dfe').walk(to)
    for (const other of ['', 'crescendo-asked=guessed', (await press('dfe')).cookie.replace(/.$/, '_')])
      expect(await toldOf(await comeBack(came, other))).toEqual(refusedBy('dfe', 'not begun'))
    await store.updateTable('challenge').set({ endsAt: '2026-01-01' }).execute()
    expect(await toldOf(await comeBack(came, cookie))).toEqual(refusedBy('dfe', 'not begun'))
  })

  it('is not taken for that of another provider, whichever way the two are mixed up', async () => {
    serverOf('dfe').is = teacher('mixed up')
    const { to, cookie } = await press('dfe')
    const came = await serverOf('dfe').walk(to)
    const moved = new URL(came.href.replace('/with/dfe/', '/with/entra/'))
    expect(await toldOf(await comeBack(moved, cookie))).toEqual(refusedBy('entra', 'other provider'))
    // The other way: a sign-in begun at one, and the answer of the other brought to where the first is waited for.
    const begun = await press('entra')
    const foreign = await serverOf('dfe').walk((await press('dfe')).to)
    const state = new URL(begun.to).searchParams.get('state') ?? ''
    const brought = new URL(foreign.href.replace('/with/dfe/', '/with/entra/'))
    brought.searchParams.set('state', state)
    expect(await toldOf(await comeBack(brought, begun.cookie))).toEqual(refusedBy('entra', 'not trusted', invalid))
  })

  it('that the sign-in was stopped is said as that', async () => {
    const { to, cookie } = await press('dfe')
    const came = new URL(`${own}/sign-in/with/dfe/back?error=access_denied&error_description=Ada%20Lowe`)
    came.searchParams.set('state', new URL(to).searchParams.get('state') ?? '')
    came.searchParams.set('iss', serverOf('dfe').issuer)
    expect(await toldOf(await comeBack(came, cookie))).toEqual(refusedBy('dfe', 'declined'))
  })
})

describe('the page to sign in', () => {
  it('offers every provider, to which alone forms may lead besides', async () => {
    const { body, headers } = await ask(app, '/sign-in')
    for (const name of ['DfE Sign-in', 'Microsoft']) expect(body).toContain(`Sign in with ${name}`)
    expect(headers['content-security-policy']).toContain(
      `form-action 'self' ${serverOf('dfe').issuer} ${deadAddress} ${serverOf('entra').issuer};`,
    )
  })

  it('says that a provider does not answer, and does not know those that there are not', async () => {
    const dead = await press('dead')
    expect(await toldOf(dead)).toEqual(refusedBy('dead', 'not answering'))
    expect(dead.cookie).toBe('crescendo-asked=')
    expect((await press('unknown')).status).toBe(404)
    expect((await ask(app, '/sign-in/with/unknown/back')).status).toBe(404)
  })
})

it('no secret, no word of a provider and nobody’s name is in the log, and of no secret is there anything in the database', async () => {
  await signIn('dfe', teacher('the last', school('100003')))
  const log = JSON.stringify(await store.selectFrom('auditLog').selectAll().execute())
  for (const told of ['Ada', 'Lowe', 'Grace', 'the last', 'object Leader']) expect(log).not.toContain(told)
  const sessions = JSON.stringify(await store.selectFrom('loginSession').selectAll().execute())
  expect(sessions).toContain('"provider":"dfe"')
  expect(log + sessions).not.toMatch(/eyJ[\w-]+\.[\w-]+\./)
  for (const told of [client.secret, rolesSecret]) expect(log + sessions).not.toContain(told)
})
