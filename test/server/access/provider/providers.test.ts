import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addHub } from '../../../../ingest/hub.ts'
import { openStore, type Store } from '../../../../migrations/open.ts'
import { gateOf, type Gate } from '../../../../server/access/gate.ts'
import { findLoginSession } from '../../../../server/access/login-session.ts'
import { providersOf, type Providers } from '../../../../server/access/provider/providers.ts'
import { Refused } from '../../../../server/access/provider/refused.ts'
import type { Provider } from '../../../../server/access/provider/settings.ts'
import { sealWith } from '../../../../server/access/seal.ts'
import { client, closing, listening, openProvider, type ProviderServer } from '../../provider-server.ts'
import { openRoles, rolesSecret, type RolesServer } from '../../roles-server.ts'

const back = { in: 'http://127.0.0.1/back', out: 'http://127.0.0.1/out' }

let store: Store
let gate: Gate
let withGate: (gate: Gate) => Providers
let providers: Providers
let server: ProviderServer
let roles: RolesServer
let answers: readonly [status: number, body: string]
let sent: IncomingHttpHeaders
const broken = createServer((request, response) => {
  const address = `http://${request.headers.host}`
  const isAsked = request.url === '/.well-known/openid-configuration'
  const known = { issuer: address, authorization_endpoint: `${address}/auth`, token_endpoint: `${address}/token` }
  if (!isAsked) sent = request.headers
  if (isAsked) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known))
  else if (answers[0] !== 0) response.writeHead(answers[0], { 'content-type': 'application/json' }).end(answers[1])
})
beforeAll(async () => {
  store = await openStore(':memory:')
  await addHub(store, { name: 'North', area: ['901'], now: '2026-01-01T00:00:00Z' })
  const claims = { openid: ['sub', 'tid', 'oid', 'roles', 'name'], organisation: ['organisation'] }
  server = await openProvider({ claims, back, inToken: false })
  roles = await openRoles(client.id)
  roles.answers = ['Council']
  const usual = { name: 'A provider', issuer: server.issuer, clientId: client.id, clientSecret: client.secret }
  const ofDfe = { ...usual, kind: 'dfe-sign-in', rolesApi: roles.address, rolesSecret } as const
  const [tenants, leaders] = [[{ id: 't', hub: 'North' }], { Leader: 'hub leader' as const }]
  const ofEntra = { ...usual, kind: 'entra' as const, tenants, roles: leaders }
  const brokenAddress = await listening(broken)
  const dead = createServer()
  const deadAddress = await listening(dead)
  await closing(dead)
  const told: readonly Provider[] = [
    { ...ofDfe, id: 'dfe', roles: { Council: 'council officer' } },
    { ...ofEntra, id: 'entra' },
    { ...ofEntra, id: 'strict', provedBy: ['mfa'] },
    { ...ofEntra, id: 'broken', issuer: brokenAddress, seconds: 0.2 },
    { ...ofEntra, id: 'header', issuer: brokenAddress, clientSecretIn: 'header' },
    { ...ofEntra, id: 'another name', issuer: server.issuer.replace('127.0.0.1', 'localhost') },
    { ...ofEntra, id: 'dead', issuer: deadAddress },
    { ...ofEntra, id: 'in the clear', issuer: brokenAddress.replace('127.0.0.1', '127.0.0.2') },
  ]
  const seal = sealWith(Buffer.alloc(32, 1))
  gate = gateOf(store, seal)
  withGate = (other) => providersOf({ store, seal, gate: other }, told)
})
afterAll(async () => {
  await Promise.all([server.close(), roles.close(), closing(broken)])
  await store.destroy()
})
beforeEach(() => {
  providers = withGate(gate)
  server.is = { sub: 'sub', tid: 't', oid: 'o', roles: ['Leader'], name: 'Grace Note' }
  server.lie = null
})

const lastRow = () => store.selectFrom('auditLog').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
const lastLine = async (): Promise<unknown> => {
  const row = await lastRow()
  return [row?.action, JSON.parse(row?.detail ?? 'null')]
}

/** Why somebody is refused, as the error and as the log have it. */
const whyNot = async (work: Promise<unknown>): Promise<unknown> => {
  const why = await work.then(
    () => 'let in',
    (error: { why?: string; message?: string }) => error.why ?? error.message,
  )
  return [why, ...((await lastLine()) as unknown[]).slice(1)]
}

const begin = async (id: string, to = '/to') => {
  const { address, secret } = await providers.begin(id, back.in, to)
  return { came: await server.walk(address), secret, asked: new URL(address).searchParams }
}

describe('providers', () => {
  it('are listed by id and name', () => {
    expect(providers.list.slice(0, 2)).toEqual([
      { id: 'dfe', name: 'A provider' },
      { id: 'entra', name: 'A provider' },
    ])
  })

  it('are asked for what they tell of somebody, with a proof key, a state and a nonce that are new each time', async () => {
    const [one, two] = [(await begin('entra')).asked, (await begin('dfe')).asked]
    expect(Object.fromEntries(one)).toMatchObject({
      client_id: client.id,
      redirect_uri: back.in,
      response_type: 'code',
      scope: 'openid profile',
      code_challenge_method: 'S256',
    })
    expect(two.get('scope')).toBe('openid email profile organisation')
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(name)).toMatch(/^[\w-]{43}$/)
      expect(one.get(name)).not.toBe(two.get(name))
    }
  })

  it('let in whoever they tell of, to go on where they wanted, and lead them out again', async () => {
    const { came, secret } = await begin('entra')
    const entered = await providers.finish('entra', secret, came, 'Firefox')
    expect(entered).toMatchObject({ to: '/to', person: { name: 'Grace Note', role: 'hub leader' } })
    expect(await lastLine()).toEqual(['signed in', { way: 'provider', provider: 'entra' }])
    const login = await findLoginSession(store, entered.secret, new Date())
    if (login === null) throw new Error('nobody is signed in')
    expect(login).toMatchObject({ way: 'provider', provided: { provider: 'entra' } })
    expect(login.provided?.word).not.toMatch(/eyJ[\w-]+\.[\w-]+\./)
    const out = new URL((await providers.end(login, back.out)) ?? '')
    expect(out.origin).toBe(server.issuer)
    expect(out.searchParams.get('post_logout_redirect_uri')).toBe(back.out)
    expect(out.searchParams.get('id_token_hint')).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(await providers.end({ ...login, provided: null }, back.out)).toBeNull()
    expect(await providers.end({ ...login, provided: { provider: 'gone', word: '' } }, back.out)).toBeNull()
    expect(await providers.end({ ...login, provided: { provider: 'entra', word: 'other' } }, back.out)).toBeNull()
    const word = login.provided?.word ?? ''
    expect(await providers.end({ ...login, provided: { provider: 'broken', word } }, back.out)).toBeNull()
  })

  it('let in only who proved who they are in the way that is set', async () => {
    const finish = async (amr: readonly string[] | undefined) => {
      server.lie = amr === undefined ? null : { claims: (told) => ({ ...told, amr }) }
      const { came, secret } = await begin('strict')
      return whyNot(providers.finish('strict', secret, came, ''))
    }
    const refused = ['not proved', { way: 'provider', provider: 'strict', why: 'not proved' }]
    expect([await finish(undefined), await finish(['pwd'])]).toEqual([refused, refused])
    expect(await finish(['pwd', 'mfa'])).toEqual(['let in', { way: 'provider', provider: 'strict' }])
  })

  it('let nobody in by a word that they did not sign', async () => {
    for (const signing of ['with another key', 'by nobody', 'with the public key as a secret'] as const) {
      server.lie = { signing }
      const { came, secret } = await begin('entra')
      const [why] = (await whyNot(providers.finish('entra', secret, came, ''))) as unknown[]
      expect([signing, why]).toEqual([signing, 'not trusted'])
    }
  })

  it('are asked for the organisation where the token does not tell it, and for nothing else', async () => {
    const organisation = { id: 'org', establishmentNumber: '901', category: { id: '002' } }
    const finish = async (id: string) => {
      const { came, secret } = await begin(id)
      const { person } = await providers.finish(id, secret, came, 'Firefox')
      return [person.role, person.organisation, server.asked.splice(0).includes('/me')]
    }
    expect(await finish('entra')).toEqual(['hub leader', null, false])
    server.is = { sub: 'officer', organisation }
    expect(await finish('dfe')).toEqual(['council officer', '901', true])
    server.is = { sub: 'officer' }
    server.lie = { claims: (told) => ({ ...told, organisation }) }
    expect(await finish('dfe')).toEqual(['council officer', '901', false])
  })

  it('are blamed for their own faults alone, and the log tells who was refused where that is known', async () => {
    const gone = new Error('the disk is gone')
    const own = withGate({ ...gate, letToldIn: () => Promise.reject(gone) })
    const { came, secret } = await begin('entra')
    const before = await lastRow()
    await expect(own.finish('entra', secret, came, '')).rejects.toBe(gone)
    expect(await lastRow()).toEqual(before)
    const refused = async (): Promise<unknown> => {
      const { came, secret } = await begin('entra')
      await expect(providers.finish('entra', secret, came, '')).rejects.toThrow(Refused)
      return lastRow()
    }
    server.is = { ...server.is, oid: 'leaving' }
    const first = await begin('entra')
    const { person } = await providers.finish('entra', first.secret, first.came, '')
    await store.updateTable('person').set({ disabledAt: '2026-01-10' }).where('id', '=', person.id).execute()
    expect(await refused()).toMatchObject({ action: 'sign-in refused', personId: person.id, hubId: person.hubId })
    server.is = { ...server.is, oid: 'new', roles: [] }
    expect(await refused()).toMatchObject({ personId: 'unknown', hubId: null })
  })

  it('are told our secret in the way that is set', async () => {
    answers = [400, '{"error":"invalid_grant"}']
    const toldIn = async (id: string) => {
      const { address, secret } = await providers.begin(id, back.in, '')
      const state = new URL(address).searchParams.get('state') ?? ''
      await whyNot(providers.finish(id, secret, new URL(`${back.in}?state=${state}&code=1`), ''))
      return sent.authorization
    }
    expect(await toldIn('broken')).toBeUndefined()
    expect(await toldIn('header')).toMatch(/^Basic /)
  })

  it('let nobody in who did not begin with them, and nobody twice', async () => {
    const { came, secret } = await begin('entra')
    const refused = (why: string, provider: string) => [why, { way: 'provider', provider, why }]
    for (const wrong of ['guessed', undefined])
      expect(await whyNot(providers.finish('entra', wrong, came, ''))).toEqual(refused('not begun', 'entra'))
    expect(await whyNot(providers.finish('dfe', secret, came, ''))).toEqual(refused('other provider', 'dfe'))
    expect(await whyNot(providers.finish('entra', secret, came, ''))).toEqual(refused('not begun', 'entra'))
    await expect(providers.begin('unknown', back.in, '')).rejects.toThrow('There is nothing here that you can see.')
    await expect(providers.finish('unknown', secret, came, '')).rejects.toThrow(
      'There is nothing here that you can see.',
    )
  })

  it('that stop, fail, or say nothing in time are told apart', async () => {
    const finish = async (query: string, answer: typeof answers) => {
      answers = answer
      const { address, secret } = await providers.begin('broken', back.in, '')
      const state = new URL(address).searchParams.get('state') ?? ''
      return whyNot(providers.finish('broken', secret, new URL(`${back.in}?state=${state}&${query}`), ''))
    }
    const refused = (why: string, code?: string) => [
      why,
      { way: 'provider', provider: 'broken', why, ...(code === undefined ? {} : { code }) },
    ]
    expect(await finish('error=access_denied', [500, ''])).toEqual(refused('declined'))
    expect(await finish('code=1', [500, '{"error":"server_error"}'])).toEqual(
      refused('not answering', 'OAUTH_RESPONSE_IS_NOT_CONFORM'),
    )
    expect(await finish('code=1', [400, '{"error":"invalid_grant"}'])).toEqual(
      refused('not trusted', 'OAUTH_RESPONSE_BODY_ERROR'),
    )
    expect(await finish('code=1', [200, '{"access_token":"a","token_type":"bearer"}'])).toEqual(
      refused('not trusted', 'OAUTH_INVALID_RESPONSE'),
    )
    expect(await finish('code=1', [0, ''])).toEqual(refused('not answering', 'OAUTH_TIMEOUT'))
    const dead = ['not answering', { way: 'provider', provider: 'dead', why: 'not answering' }]
    expect(await whyNot(providers.begin('dead', back.in, ''))).toEqual(dead)
  })

  it('are taken only by the name that they give themselves, and asked again by whoever comes next', async () => {
    for (const _ of ['first', 'second'])
      expect(await whyNot(providers.begin('another name', back.in, ''))).toEqual([
        'not trusted',
        {
          way: 'provider',
          provider: 'another name',
          why: 'not trusted',
          code: 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
        },
      ])
  })

  it('are not spoken with in the clear, but on the machine itself; the fault that was found is kept', async () => {
    const refused = await providers.begin('in the clear', back.in, '').catch((error: unknown) => error)
    expect(refused).toMatchObject({
      name: 'Refused',
      why: 'not trusted',
      told: { code: 'OAUTH_HTTP_REQUEST_FORBIDDEN' },
    })
    expect(refused).toHaveProperty('cause.message', 'only requests to HTTPS are allowed')
  })
})
