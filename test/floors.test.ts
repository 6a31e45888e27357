import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openStore } from '../migrations/open.ts'

const root = resolve(import.meta.dirname, '..')

/** Below these versions packages have known weaknesses that matter here, or what they bring has. */
const floors: Readonly<Record<string, string>> = {
  node: '24.0.0',
  fastify: '5.8.5',
  '@fastify/static': '10.1.3',
  '@fastify/multipart': '9.0.3',
  '@fastify/session': '10.9.0',
  'csv-parse': '7.0.2',
  uuid: '11.1.1',
  unzipper: '0.12.0',
  tmp: '0.2.7',
  nodemailer: '10.0.8',
  // What sign-in stands on: never older than what was current when it was proved here.
  'openid-client': '6.8.9',
  oauth4webapi: '3.8.8',
  jose: '6.2.17',
  'oidc-provider': '9.13.3',
  otpauth: '9.5.2',
  '@simplewebauthn/server': '14.0.3',
  '@node-rs/argon2': '2.2.1',
  vega: '6.2.0',
  'vega-expression': '6.1.0',
  'vega-interpreter': '2.2.1',
}

/** Middleware that can be gone around, and a reader of workbooks with weaknesses that nobody mends. */
const never: ReadonlySet<string> = new Set(['@fastify/middie', '@fastify/express', 'xlsx'])

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>
}

const installed = Object.entries(packages).flatMap(([path, { version }]) => {
  const name = path.split('node_modules/').at(-1) ?? ''
  return name === '' || version === undefined ? [] : [{ name, version }]
})

/** Whether one version is at least another, by its three numbers. */
function isAtLeast(version: string, floor: string): boolean {
  const [ours, least] = [version, floor].map((text) => text.split('-')[0]?.split('.').map(Number) ?? [])
  const at = [0, 1, 2].find((place) => ours?.[place] !== least?.[place])
  return at === undefined || (ours?.[at] ?? 0) > (least?.[at] ?? 0)
}

describe('the packages that are installed', () => {
  it('are none below the version from which they are safe, in any copy of them', () => {
    const judged = installed.filter(({ name }) => floors[name] !== undefined)
    expect(judged.length).toBeGreaterThan(6)
    expect(judged.filter(({ name, version }) => !isAtLeast(version, floors[name] ?? ''))).toEqual([])
    expect(isAtLeast('5.8.4', '5.8.5')).toBe(false)
    expect(isAtLeast('10.0.0', '9.9.9')).toBe(true)
  })

  it('are none of those that are not to be used at all', () => {
    expect(installed.filter(({ name }) => never.has(name))).toEqual([])
  })

  it('bring a SQLite that does not lose its write-ahead log, and run on a Node that is looked after', async () => {
    const store = await openStore(':memory:')
    const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(store)
    await store.destroy()
    expect(isAtLeast(rows[0]?.version ?? '', '3.51.3')).toBe(true)
    expect(isAtLeast(process.versions.node, '24.0.0')).toBe(true)
  })
})
