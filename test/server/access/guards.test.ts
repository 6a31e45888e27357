import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { openStore, type Store } from '../../../migrations/open.ts'
import { requireAudience } from '../../../server/access/audience.ts'
import {
  askedIn,
  cookieName,
  giveAsked,
  giveCookie,
  secretIn,
  takeAsked,
  takeCookie,
} from '../../../server/access/cookie.ts'
import { identify, personOf } from '../../../server/access/identify.ts'
import { originOf, refuseOtherNames, requireLoopback } from '../../../server/access/loopback.ts'
import { keepRates, usualRates, waitOf, type Rates } from '../../../server/access/rates.ts'
import { checkToken, refuseForeignForms, tokenOf } from '../../../server/access/same-origin.ts'
import { signedIn } from '../signed-in.ts'

const anyone = { audience: 'anyone', scope: 'nothing' } as const

const app = (origin: string | null = null): FastifyInstance => {
  const made = fastify()
  made.decorate('origin', origin)
  return made
}

const asked = async (of: FastifyInstance, url: string, more: object = {}) => {
  const { statusCode, body, headers } = await of.inject({
    url,
    ...more,
    headers: { host: 'localhost', ...(more as { headers?: object }).headers },
  })
  return { statusCode, body, headers }
}

describe('a server', () => {
  it('listens on the machine itself only, and is known by an encrypted address or none', () => {
    expect(() => requireLoopback('127.0.0.1')).not.toThrow()
    expect(() => requireLoopback('0.0.0.0')).toThrow(
      'Crescendo listens on 127.0.0.1 only: found 0.0.0.0. To serve others, put a server that encrypts before it and name its address with --origin',
    )
    expect(
      [undefined, '', 'https://hub.example', 'https://hub.example/', 'https://hub.example:8443'].map(originOf),
    ).toEqual([null, null, 'https://hub.example', 'https://hub.example', 'https://hub.example:8443'])
    for (const wrong of ['http://hub.example', 'https://hub.example/path', 'hub.example', 'https://hub.example//'])
      expect(() => originOf(wrong)).toThrow(`--origin: found "${wrong}"; use an address such as https://hub.example`)
  })

  it('answers to its own names only', async () => {
    for (const [origin, names] of [
      [null, { '127.0.0.1': 200, localhost: 200, 'hub.example': 400 }],
      ['https://hub.example', { '127.0.0.1': 400, localhost: 400, 'hub.example': 200 }],
    ] as const) {
      const own = app(origin)
      refuseOtherNames(own, origin)
      own.get('/', async () => 'here')
      for (const [host, statusCode] of Object.entries(names))
        expect({ origin, host, ...(await asked(own, '/', { headers: { host } })) }).toMatchObject({ statusCode })
      const { body } = await asked(own, '/', { headers: { host: 'elsewhere.example' } })
      expect(body).toContain(`Crescendo answers to ${origin === null ? '127.0.0.1 and localhost' : 'hub.example'} only`)
    }
  })

  it('does not start with a route that does not say who may use it and what it is about', async () => {
    for (const config of [undefined, {}, { audience: 'anyone' }, { scope: 'nothing' }] as const) {
      const own = app()
      requireAudience(own)
      own.get('/said', { config: anyone }, async () => '')
      own.get('/silent', config === undefined ? {} : { config }, async () => '')
      await expect(own.ready()).rejects.toThrow('routes without an audience and a scope: GET /silent, HEAD /silent')
    }
    const own = app()
    requireAudience(own)
    own.get('/said', { config: anyone, exposeHeadRoute: false }, async () => '')
    await own.ready()
    expect(own.routeTable.map(({ method, url }) => `${String(method)} ${url}`)).toEqual(['GET /said'])
  })
})

describe('a form', () => {
  it('is taken from this site only', async () => {
    const own = app()
    refuseForeignForms(own, null)
    const others = app('https://hub.example')
    refuseForeignForms(others, 'https://hub.example')
    for (const each of [own, others]) {
      each.post('/', async () => 'done')
      each.get('/', async () => 'read')
    }
    const sent = async (of: FastifyInstance, headers: object) =>
      (await asked(of, '/', { method: 'POST', headers })).statusCode
    expect(await sent(own, {})).toBe(200)
    expect(await sent(own, { origin: 'http://localhost' })).toBe(200)
    expect(await sent(own, { origin: 'http://elsewhere.example' })).toBe(403)
    expect(await sent(own, { origin: 'null' })).toBe(403)
    expect(await sent(own, { 'sec-fetch-site': 'same-origin' })).toBe(200)
    for (const site of ['cross-site', 'same-site', 'none'])
      expect(await sent(own, { 'sec-fetch-site': site })).toBe(403)
    expect(await sent(others, { origin: 'https://hub.example' })).toBe(200)
    expect(await sent(others, { origin: 'http://localhost' })).toBe(403)
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'http://elsewhere.example' }
    for (const method of ['GET', 'HEAD'] as const)
      expect((await asked(own, '/', { method, headers: foreign })).statusCode).toBe(200)
    expect((await asked(own, '/', { method: 'OPTIONS', headers: foreign })).statusCode).toBe(404)
    const { body } = await asked(own, '/', { method: 'POST', headers: foreign })
    expect(body).toContain('This was sent from another site, so nothing was changed.')
  })

  it('carries a token of its login session, or the one of this run before anybody is signed in', () => {
    const login = (secret: string) => ({ login: { secret } }) as Parameters<typeof checkToken>[0]
    const nobody = { login: null }
    expect(tokenOf(login('one'))).not.toBe(tokenOf(login('two')))
    expect(tokenOf(login('one'))).toMatch(/^[\w-]{43}$/)
    expect(tokenOf(login('the secret of a session'))).not.toContain('the secret')
    expect(() => checkToken(login('one'), tokenOf(login('one')))).not.toThrow()
    expect(() => checkToken(nobody, tokenOf(nobody))).not.toThrow()
    for (const wrong of [tokenOf(login('two')), tokenOf(nobody), '', undefined])
      expect(() => checkToken(login('one'), wrong)).toThrow('This form is from before you last signed in')
  })
})

describe('a cookie', () => {
  it('is for this site and its requests only, and encrypted wherever there is a certificate', async () => {
    for (const origin of [null, 'https://hub.example']) {
      const own = app(origin)
      await own.register(cookie)
      own.get('/', async (request, reply) => {
        giveCookie(reply, 'session')
        giveAsked(reply, 'asked')
        return [secretIn(request), askedIn(request)]
      })
      own.get('/out', async (_, reply) => {
        takeCookie(reply)
        return takeAsked(reply).send('')
      })
      const prefix = origin === null ? '' : '__Host-'
      const secure = origin === null ? '' : ' Secure;'
      const headers = { cookie: `${prefix}crescendo-session=a; ${prefix}crescendo-asked=b` }
      const answer = await asked(own, '/', { headers })
      expect(cookieName(origin)).toBe(`${prefix}crescendo-session`)
      expect(JSON.parse(answer.body)).toEqual(['a', 'b'])
      expect(answer.headers['set-cookie']).toEqual([
        `${prefix}crescendo-session=session; Path=/; HttpOnly;${secure} SameSite=Lax`,
        `${prefix}crescendo-asked=asked; Max-Age=900; Path=/; HttpOnly;${secure} SameSite=Lax`,
      ])
      const left = (await asked(own, '/out')).headers
      expect(left['clear-site-data']).toBe('"cache", "storage"')
      const out = String(left['set-cookie'])
      expect(out).toContain(
        `${prefix}crescendo-session=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly;${secure} SameSite=Lax`,
      )
      expect(out).toContain(`${prefix}crescendo-asked=; Max-Age=0; Path=/;`)
    }
  })
})

describe('whoever asks', () => {
  let store: Store
  let own: FastifyInstance
  beforeAll(async () => {
    store = await openStore(':memory:')
    await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
    own = app()
    await own.register(cookie)
    identify(own, store)
    own.setNotFoundHandler({}, (_, reply) => reply.code(404).send('nothing here'))
    own.get('/all', { config: anyone }, async ({ login }) => login?.person.role ?? 'nobody')
    own.get('/of/:id', { config: { audience: ['adviser'], scope: 'hub' } }, async (request) => personOf(request).role)
    own.post('/of/:id', { config: { audience: ['adviser'], scope: 'hub' } }, async () => '')
    own.get('/api/of', { config: { audience: ['adviser'], scope: 'hub' } }, async () => '')
    own.get('/wrong', { config: anyone }, async (request) => personOf(request).role)
  })
  afterAll(async () => {
    await own.close()
    await store.destroy()
  })

  it('is known by their cookie, led to where they can sign in, and told nothing of what is not for them', async () => {
    const [adviser, leader] = [
      await signedIn(store, { role: 'adviser' }),
      await signedIn(store, { role: 'hub leader' }),
    ]
    const look = async (url: string, of?: { cookie: string }, method: 'GET' | 'POST' = 'GET') => {
      const { statusCode, body, headers } = await asked(own, url, {
        method,
        headers: of === undefined ? {} : { cookie: of.cookie },
      })
      return [statusCode, headers['location'] ?? body]
    }
    expect(await look('/all')).toEqual([200, 'nobody'])
    expect(await look('/all', leader)).toEqual([200, 'hub leader'])
    expect(await look('/all', { cookie: `${cookieName(null)}=guessed` })).toEqual([200, 'nobody'])
    expect(await look('/of/1', adviser)).toEqual([200, 'adviser'])
    expect(await look('/of/1?a=b&c')).toEqual([303, '/sign-in?to=%2Fof%2F1%3Fa%3Db%26c'])
    expect(await look('/of/1', undefined, 'POST')).toEqual([303, '/sign-in'])
    expect(await look('/api/of')).toEqual([401, '{"status":401,"detail":"Sign in first."}'])
    expect(await look('/of/1', leader)).toEqual([404, 'nothing here'])
    expect(await look('/nowhere')).toEqual([404, 'nothing here'])
    expect(await look('/nowhere', leader)).toEqual([404, 'nothing here'])
    expect((await look('/wrong'))[0]).toBe(404)
    const log = await store.selectFrom('auditLog').select(['personId', 'action', 'detail']).execute()
    expect(log).toEqual([
      { personId: leader.id, action: 'access refused', detail: '{"method":"GET","route":"/of/:id"}' },
    ])
  })
})

describe('how often anybody is answered', () => {
  it('is as much for a whole school at one address as it needs', () => {
    expect(usualRates).toEqual({
      read: { most: 600, minutes: 1 },
      'sign-in': { most: 100, minutes: 15 },
      upload: { most: 20, minutes: 60 },
      export: { most: 60, minutes: 60 },
    })
  })

  it('is counted for each person or address and each kind apart; what is in every page is not counted', async () => {
    const rates: Rates = {
      read: { most: 3, minutes: 1 },
      'sign-in': { most: 1, minutes: 1 },
      upload: { most: 1, minutes: 2 },
      export: { most: 1, minutes: 60 },
    }
    const own = app()
    own.decorateRequest('login', null)
    own.addHook('onRequest', async (request) => {
      const id = request.headers['x-person']
      if (typeof id === 'string') request.login = { person: { id } } as NonNullable<typeof request.login>
    })
    await keepRates(own, rates)
    const ofHub = { audience: 'anyone', scope: 'hub' } as const
    own.get('/read', { config: ofHub }, async () => '')
    own.get('/free', { config: anyone }, async () => '')
    own.get('/assets/page.js', { config: ofHub }, async () => '')
    own.get('/sign-in', { config: { ...anyone, rated: 'sign-in' } }, async () => '')
    own.get('/export', { config: { ...ofHub, rated: 'export' } }, async () => '')
    own.get('/upload', { config: { ...ofHub, rated: 'upload' } }, async () => '')
    const look = async (url: string, person?: string) =>
      asked(own, url, { headers: person === undefined ? {} : { 'x-person': person } })
    const statuses = async (times: number, url: string, person?: string) => {
      const found: number[] = []
      for (let at = 0; at < times; at += 1) found.push((await look(url, person)).statusCode)
      return found
    }
    expect(await statuses(4, '/read', 'a')).toEqual([200, 200, 200, 429])
    expect(await statuses(1, '/read', 'b')).toEqual([200])
    expect(await statuses(5, '/free', 'a')).toEqual([200, 200, 200, 200, 200])
    expect(await statuses(5, '/assets/page.js', 'a')).toEqual([200, 200, 200, 200, 200])
    expect(await statuses(2, '/sign-in')).toEqual([200, 429])
    expect(await statuses(1, '/sign-in', 'c')).toEqual([200])
    expect(await statuses(2, '/export', 'd')).toEqual([200, 429])
    const late = await look('/export', 'd')
    expect(late.body).toContain('That was asked for too often. Wait 60 minutes, then go on.')
    expect(late.headers['retry-after']).toBe('3600')
    expect(await statuses(2, '/upload', 'e')).toEqual([200, 429])
    expect((await look('/upload', 'e')).body).toContain('Wait 2 minutes, then go on.')
    // What is sent or handed out is read too.
    await statuses(3, '/read', 'f')
    expect(await statuses(1, '/export', 'f')).toEqual([429])
    const from = async (remoteAddress: string) => (await own.inject({ url: '/sign-in', remoteAddress })).statusCode
    expect([await from('10.0.0.1'), await from('10.0.0.2'), await from('10.0.0.1')]).toEqual([200, 200, 429])
    expect((await look('/free', 'a')).headers['x-ratelimit-limit']).toBeUndefined()
    const soon = (await look('/read', 'a')).body
    expect(soon).toMatch(/Wait (60|5\d) seconds, then go on\./)
    await own.close()
  })

  it('is told in seconds or minutes', () => {
    expect([1, 2, 90, 91, 3600].map(waitOf)).toEqual(['a second', '2 seconds', '90 seconds', '2 minutes', '60 minutes'])
  })
})
