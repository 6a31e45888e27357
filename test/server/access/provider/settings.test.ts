import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formsLeadTo } from '../../../../server/access/provider/providers.ts'
import { readProviders } from '../../../../server/access/provider/settings-file.ts'
import { isTrial, parseProviders } from '../../../../server/access/provider/settings.ts'

const dfe = {
  id: 'dfe',
  kind: 'dfe-sign-in',
  name: 'DfE Sign-in',
  issuer: 'https://oidc.signin.education.gov.uk',
  clientId: 'Crescendo',
  clientSecret: { env: 'ONE' },
  rolesApi: 'https://api.signin.education.gov.uk',
  rolesSecret: 'two',
  roles: { Lead: 'school user' },
}
const entra = {
  id: 'entra',
  kind: 'entra',
  name: 'Microsoft',
  issuer: 'https://login.microsoftonline.com/t/v2.0',
  clientId: 'c',
  clientSecret: 'three',
  clientSecretIn: 'header',
  seconds: 5,
  tenants: [{ id: 't', hub: 'Northshire' }],
  roles: { Leader: 'hub leader' },
}
const env = { ONE: 'one', EMPTY: '' }
const parse = (...told: readonly object[]) => parseProviders(JSON.stringify(told), env)

describe('the settings of providers', () => {
  it('give each as it is told, with its secrets from where they are', () => {
    expect(parse(dfe, entra)).toEqual([{ ...dfe, clientSecret: 'one' }, entra])
    expect(parse({ ...dfe, rolesSecret: { env: 'ONE' }, hub: 'Northshire' })).toMatchObject([
      { rolesSecret: 'one', hub: 'Northshire' },
    ])
    expect(parse()).toEqual([])
  })

  it.each<[string, object, string]>([
    ['an id that could not stand in an address', { ...dfe, id: 'Dfe Sign-in' }, 'providers: /0'],
    ['no secret', { ...dfe, clientSecret: '' }, 'providers: /0'],
    ['a role that there is not', { ...entra, roles: { Leader: 'leader' } }, 'providers: /0'],
    ['a word that means nothing', { ...entra, tenant: 't' }, 'providers: /0'],
    ['no directory', { ...entra, tenants: [] }, 'providers: /0'],
    ['a kind that there is not', { ...dfe, kind: 'other' }, 'providers: /0'],
    ['no time to wait', { ...entra, seconds: 0 }, 'providers: /0'],
    [
      'an address that is not encrypted',
      { ...dfe, issuer: 'http://dfe.example' },
      'dfe, issuer: found "http://dfe.example"; use an address such as https://sign-in.example',
    ],
    [
      'no address',
      { ...dfe, rolesApi: 'api' },
      'dfe, rolesApi: found "api"; use an address such as https://sign-in.example',
    ],
    [
      'a secret that is nowhere',
      { ...dfe, clientSecret: { env: 'NONE' } },
      'dfe, clientSecret: nothing is in the environment under that name',
    ],
    [
      'a secret that is blank',
      { ...dfe, rolesSecret: { env: 'EMPTY' } },
      'dfe, rolesSecret: nothing is in the environment under that name',
    ],
  ])('are refused with %s, and no secret is told', (_, told, said) => {
    expect(() => parse(told)).toThrow(said)
    expect(() => parse({ ...told, name: 7, clientSecret: 'hidden' })).toThrow(/^(?!.*hidden)/)
  })

  it('are refused where two have one id, and where the file is no list', () => {
    expect(() => parse(dfe, { ...entra, id: 'dfe' })).toThrow('providers: "dfe" is there twice')
    expect(() => parseProviders('{"clientSecret":"hidden"', env)).toThrow('providers: the file is not JSON')
    expect(() => parseProviders('{}', env)).toThrow(/^providers: the file /)
  })

  it('take an address that is not encrypted on the machine itself only', () => {
    const trials = [
      'http://127.0.0.1:9',
      'http://localhost',
      'https://localhost',
      'http://hub.example',
      'ftp://localhost',
      '',
    ]
    expect(trials.map(isTrial)).toEqual([true, true, false, false, false, false])
  })

  it('stand in a file that the environment names and not everybody can read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
    const file = join(folder, 'providers.json')
    expect(await readProviders({})).toEqual([])
    expect(await readProviders({ CRESCENDO_PROVIDERS: '' })).toEqual([])
    await expect(readProviders({ CRESCENDO_PROVIDERS: file })).rejects.toThrow(
      `CRESCENDO_PROVIDERS: there is no file ${file}`,
    )
    await writeFile(file, JSON.stringify([entra]))
    for (const mode of [0o604, 0o602, 0o601]) {
      await chmod(file, mode)
      await expect(readProviders({ CRESCENDO_PROVIDERS: file })).rejects.toThrow(
        `${file} can be read by everybody on this machine: chmod 600 ${file}`,
      )
    }
    await chmod(file, 0o640)
    expect(await readProviders({ CRESCENDO_PROVIDERS: file })).toEqual([entra])
    await rm(folder, { recursive: true })
  })

  it('let forms lead to the providers, and to whatever DfE Sign-in calls itself', () => {
    expect(formsLeadTo(parse(dfe, entra, { ...entra, id: 'more' }))).toEqual([
      'https://oidc.signin.education.gov.uk',
      'https://*.signin.education.gov.uk',
      'https://login.microsoftonline.com',
    ])
    expect(formsLeadTo(parse(entra))).toEqual(['https://login.microsoftonline.com'])
    expect(formsLeadTo([])).toEqual([])
  })
})
