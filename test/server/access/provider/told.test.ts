import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Answered } from '../../../../server/access/provider/connection.ts'
import { toldByDfe } from '../../../../server/access/provider/dfe-sign-in.ts'
import { toldByEntra } from '../../../../server/access/provider/entra.ts'
import { askingWord, rolesFor } from '../../../../server/access/provider/roles-api.ts'
import type { DfeSignIn, Entra } from '../../../../server/access/provider/settings.ts'
import { checkProof, roleOf, textOf } from '../../../../server/access/provider/told.ts'
import { closing, listening } from '../../provider-server.ts'

const usual = { name: 'A provider', issuer: 'https://x.example', clientId: 'client id', clientSecret: 's' }
const dfe: DfeSignIn = {
  ...usual,
  id: 'dfe',
  kind: 'dfe-sign-in',
  rolesApi: 'https://api.example',
  rolesSecret: 'the secret',
  roles: { School: 'school user', Trust: 'trust user', Council: 'council officer', Leader: 'hub leader' },
}
const entra: Entra = {
  ...usual,
  id: 'entra',
  kind: 'entra',
  tenants: [
    { id: 't1', hub: 'North' },
    { id: 't2', hub: 'South' },
  ],
  roles: { Leader: 'hub leader', Head: 'hub leader', Adviser: 'adviser', School: 'school user' },
}

const answered = (claims: object): Answered => ({
  claims: { sub: 'sub', ...claims } as unknown as Answered['claims'],
  word: '',
})

/** What somebody comes to, or why they are refused. */
const result = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

const byDfe = (organisation: unknown, roles: readonly string[] = ['School', 'Trust', 'Council'], more: object = {}) =>
  result(() => toldByDfe(dfe, answered({ organisation, ...more }), async () => roles))
const organisation = (id: string, more: object) => ({ id: 'org', category: { id }, ...more })

describe('what DfE Sign-in says of somebody', () => {
  const told = { provider: 'dfe', organisation: 'org', subject: 'sub', name: 'Somebody of A provider' }

  it('is a school, a trust or a council by its category, whether codes are texts or numbers', async () => {
    const school = { ...told, role: 'school user', of: { is: 'school', code: '100001', hub: null } }
    expect(await byDfe(organisation('001', { urn: '100001' }))).toEqual(school)
    expect(await byDfe(organisation('001', { urn: 100001 }))).toEqual(school)
    expect(await byDfe([organisation('001', { urn: ' 100001 ' })])).toEqual(school)
    for (const category of ['010', '013'])
      expect(await byDfe(organisation(category, { uid: '2001', urn: null }))).toEqual({
        ...told,
        role: 'trust user',
        of: { is: 'trust', code: '2001', hub: null },
      })
    expect(await byDfe(organisation('002', { establishmentNumber: '901' }))).toEqual({
      ...told,
      role: 'council officer',
      of: { is: 'council', code: '901', hub: null },
    })
  })

  it('is of the hub that the settings name, and of the name that is told', async () => {
    const named = answered({
      organisation: organisation('001', { urn: '100001' }),
      given_name: ' Ada ',
      family_name: 'Lowe',
    })
    const found = await toldByDfe({ ...dfe, hub: 'North' }, named, async () => ['School'])
    expect([found.name, found.of]).toEqual(['Ada Lowe', { is: 'school', code: '100001', hub: 'North' }])
    expect(await byDfe(organisation('001', { urn: '100001' }), ['School'], { family_name: 'Lowe' })).toMatchObject({
      name: 'Lowe',
    })
  })

  it.each<[unknown]>([
    [undefined],
    [null],
    ['org'],
    [[]],
    [organisation('051', { urn: '100001' })],
    [organisation('constructor', { urn: '100001' })],
    [{ id: 'org', urn: '100001' }],
    [{ category: { id: '001' }, urn: '100001' }],
    [organisation('001', { urn: '10001' })],
    [organisation('001', { urn: '1000011' })],
    [organisation('001', { urn: 'x100001' })],
    [organisation('001', { establishmentNumber: '100001' })],
    [organisation('002', { establishmentNumber: '9011' })],
    [organisation('002', { establishmentNumber: 'x901' })],
    [organisation('010', { uid: '12345678901' })],
    [organisation('010', { uid: 'T1' })],
    [organisation('010', { uid: '1T' })],
    [organisation('010', { uid: '' })],
    [organisation('010', { uid: {} })],
  ])('is refused as an unknown organisation: %j', async (claim) => {
    expect(await byDfe(claim)).toBe('unknown organisation')
  })

  it('is refused for two organisations, and without the role of what they are', async () => {
    const school = organisation('001', { urn: '100001' })
    expect(await byDfe([school, school])).toBe('several organisations')
    for (const roles of [[], ['Trust', 'Council', 'Leader'], ['toString']])
      expect(await byDfe(school, roles)).toBe('no role')
    expect(await byDfe(school, ['Other', 'School'])).toMatchObject({ role: 'school user' })
  })
})

describe('what Entra says of somebody', () => {
  const of = (claims: object) =>
    result(() => toldByEntra(entra, answered({ tid: 't2', oid: 'o', roles: ['Adviser'], ...claims })))

  it('is somebody of the hub of their directory, known by directory and object', async () => {
    const told = {
      provider: 'entra',
      organisation: 't2',
      subject: 'o',
      role: 'adviser',
      of: { is: 'hub', hub: 'South' },
    }
    expect(await of({ name: 'Grace Note' })).toEqual({ ...told, name: 'Grace Note' })
    expect(await of({})).toEqual({ ...told, name: 'Somebody of A provider' })
    expect(await of({ tid: 't1', roles: ['Leader', 'Head', 'Unknown'] })).toMatchObject({
      role: 'hub leader',
      of: { is: 'hub', hub: 'North' },
    })
  })

  it.each([
    [{ tid: 't3' }, 'unknown organisation'],
    [{ tid: undefined }, 'unknown organisation'],
    [{ oid: undefined }, 'unknown organisation'],
    [{ oid: ' ' }, 'unknown organisation'],
    [{ roles: undefined }, 'no role'],
    [{ roles: [] }, 'no role'],
    [{ roles: 'Adviser' }, 'no role'],
    [{ roles: ['constructor'] }, 'no role'],
    [{ roles: ['School'] }, 'no role'],
    [{ roles: ['Adviser', 'Leader'] }, 'several roles'],
  ])('is refused: %j', async (claims, why) => {
    expect(await of(claims)).toBe(why)
  })
})

describe('a claim', () => {
  it('is a text, a number as text, or nothing; a role is one that the settings name', () => {
    expect([' a ', 7, null, undefined, {}, ['a'], true].map(textOf)).toEqual(['a', '7', '', '', '', '', ''])
    expect([roleOf(dfe.roles, 'School'), roleOf(dfe.roles, 'valueOf')]).toEqual(['school user', undefined])
  })
})

describe('how somebody proved who they are', () => {
  const check = (provedBy: string[] | undefined, claims: object) =>
    result(() => checkProof({ ...entra, ...(provedBy === undefined ? {} : { provedBy }) }, { ...claims }))

  it('is left to the provider where the settings ask for nothing, and must else be one of the ways they name', async () => {
    for (const claims of [{}, { amr: ['pwd'] }]) expect(await check(undefined, claims)).toBeUndefined()
    for (const claims of [{ amr: ['pwd', 'mfa'] }, { amr: ['fido'] }, { acr: 'mfa' }, { acr: 'mfa', amr: 'pwd' }])
      expect(await check(['mfa', 'fido'], claims)).toBeUndefined()
    for (const claims of [{}, { amr: [] }, { amr: ['pwd'] }, { amr: 'mfa' }, { acr: '' }, { acr: ['mfa'] }])
      expect(await check(['mfa', 'fido'], claims)).toBe('not proved')
  })
})

describe('the API of roles', () => {
  it('is asked with a word signed by its secret, for a minute', () => {
    const [head = '', body = '', signature] = askingWord(dfe, new Date('2026-01-10T09:00:00.700Z')).split('.')
    const read = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString())
    expect(read(head)).toEqual({ alg: 'HS256', typ: 'JWT' })
    expect(read(body)).toEqual({ iss: 'client id', aud: 'signin.education.gov.uk', iat: 1768035600, exp: 1768035660 })
    expect(signature).toBe(createHmac('sha256', 'the secret').update(`${head}.${body}`).digest('base64url'))
  })

  it('tells the codes of roles; what it cannot tell is a refusal that says why', async () => {
    const asked: unknown[] = []
    let answer: readonly [number, string] = [200, '']
    const server = createServer((request, response) => {
      const { url, headers } = request
      asked.push([url, headers.accept, headers.authorization?.slice(0, 10)])
      const [status, body] = answer
      if (status === 0) return
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end(body)
    })
    const rolesApi = `${await listening(server)}//`
    const tell = async (status: number, body: unknown, seconds = 5) => {
      answer = [status, typeof body === 'string' ? body : JSON.stringify(body)]
      try {
        return await rolesFor({ ...dfe, rolesApi, seconds }, 'an/org', 'a sub')
      } catch (error) {
        const { why, told } = error as { why: string; told: { code?: string } }
        return [why, told.code]
      }
    }
    expect(await tell(200, { roles: [{ code: 'A', name: 'a' }, { code: 'B' }] })).toEqual(['A', 'B'])
    expect(asked).toEqual([
      ['/services/client%20id/organisations/an%2Forg/users/a%20sub', 'application/json', 'Bearer eyJ'],
    ])
    expect(await tell(404, '')).toEqual([])
    for (const [status, body, code] of [
      [403, '', '403'],
      [500, '', '500'],
      [204, '', 'broken'],
      [200, 'not JSON', 'broken'],
      [302, '', 'broken'],
      [200, { roles: 'A' }, 'form'],
      [200, { roles: [{ name: 'A' }] }, 'form'],
      [200, [], 'form'],
    ] as const)
      expect(await tell(status, body)).toEqual(['roles not told', code])
    expect(await tell(0, '', 0.05)).toEqual(['roles not told', 'slow'])
    await closing(server)
  })
})
