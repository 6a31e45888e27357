import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { openStore } from '../../../migrations/open.ts'
import { keptCodes, sealCodes, secretOf, type CodesKept } from '../../../server/access/codes-kept.ts'
import { keyFileOf, sealOf, sealWith, type Seal } from '../../../server/access/seal.ts'
import { signedIn } from '../signed-in.ts'

const refused = 'unable to authenticate'
const seal = sealWith(Buffer.alloc(32, 1))

describe('a seal', () => {
  it('gives the text again for the same purpose, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, purpose) => {
        const closed = seal.close(text, purpose)
        expect(seal.open(closed, purpose)).toBe(text)
        expect(seal.close(text, purpose)).not.toBe(closed)
        expect(Buffer.from(closed, 'base64url')).toHaveLength(28 + Buffer.byteLength(text))
      }),
      { numRuns: 50 },
    )
  })

  it('opens for no other purpose or key, and not when any bit of it was changed', () => {
    const closed = seal.close('the secret', 'codes of a')
    expect(() => seal.open(closed, 'codes of b')).toThrow(refused)
    expect(() => sealWith(Buffer.alloc(32, 2)).open(closed, 'codes of a')).toThrow(refused)
    const bytes = Buffer.from(closed, 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => seal.open(changed.toString('base64url'), 'codes of a')).toThrow(refused)
    }
    expect(() => seal.open('', 'codes of a')).toThrow(/Invalid/)
    // A part of the tag would be tried through sooner than the whole.
    const part = Buffer.from(seal.close('', 'a'), 'base64url').subarray(0, 24).toString('base64url')
    expect(() => seal.open(part, 'a')).toThrow(/Invalid authentication tag/)
    expect(() => sealWith(Buffer.alloc(16))).toThrow('a key of 16 bytes, not 32')
  })

  it('closes with the newest of its keys, opens with the older ones, and seals anew what those had sealed', () => {
    const [older, newest] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const both = sealWith(newest, Buffer.alloc(32, 3), older)
    const before = seal.close('the secret', 'x')
    expect(both.open(before, 'x')).toBe('the secret')
    expect(() => both.open(before, 'y')).toThrow(refused)
    const anew = both.renew(before, 'x') ?? ''
    expect(sealWith(newest).open(anew, 'x')).toBe('the secret')
    expect(sealWith(newest).open(both.close('', 'x'), 'x')).toBe('')
    for (const left of [anew, sealWith(Buffer.alloc(32, 9)).close('the secret', 'x')])
      expect(both.renew(left, 'x')).toBeNull()
    expect(both.renew(before, 'y')).toBeNull()
  })

  it('has its key beside the database, made once for its owner alone, or from the environment', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
    const storeFile = join(folder, 'hub.db')
    const closed = sealOf(storeFile, undefined).close('the secret', 'x')
    expect(sealOf(storeFile, undefined).open(closed, 'x')).toBe('the secret')
    const file = keyFileOf(storeFile)
    expect(file).toBe(`${storeFile}.key`)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const told = (await readFile(file, 'utf8')).trim()
    expect(sealOf(join(folder, 'other.db'), told).open(closed, 'x')).toBe('the secret')
    expect(sealOf(':memory:', told).open(closed, 'x')).toBe('the secret')
    vi.stubEnv('CRESCENDO_KEY', told)
    expect(sealOf(':memory:').open(closed, 'x')).toBe('the secret')
    vi.unstubAllEnvs()
    expect(() => sealOf(storeFile, 'c2hvcnQ=')).toThrow('CRESCENDO_KEY must hold 32 bytes as base64: found 5')
    const newer = Buffer.alloc(32, 4).toString('base64')
    await writeFile(file, `${newer}\n${told}\n`)
    expect(sealOf(storeFile, undefined).open(closed, 'x')).toBe('the secret')
    expect(sealOf(':memory:', newer).open(sealOf(':memory:', ` ${newer}  ${told}`).close('new', 'x'), 'x')).toBe('new')
    expect(() => sealOf(':memory:', `${told} short`)).toThrow('CRESCENDO_KEY must hold 32 bytes as base64: found 3')
    expect(() => sealOf(':memory:', '')).toThrow('CRESCENDO_KEY must hold 32 bytes as base64: found 0')
    await writeFile(file, 'short')
    expect(() => sealOf(storeFile, undefined)).toThrow(`${file} must hold 32 bytes as base64: found 3`)
    const [one, two] = [sealOf(':memory:', undefined), sealOf(':memory:', undefined)]
    expect(() => two.open(one.close('the secret', 'x'), 'x')).toThrow(refused)
    expect(() => sealOf(join(folder, 'no', 'hub.db'), undefined)).toThrow('ENOENT')
    await rm(folder, { recursive: true })
  })
})

describe('the secret of codes', () => {
  it('opens for its own person and with its own key only', () => {
    const kept = keptCodes(seal, 'ada', 'SECRET', 7)
    expect(kept.lastStep).toBe(7)
    expect(secretOf(seal, 'ada', kept)).toBe('SECRET')
    expect(secretOf(seal, 'grace', kept)).toBeNull()
    expect(secretOf(sealWith(Buffer.alloc(32, 2)), 'ada', kept)).toBeNull()
  })

  it('is sealed where it stands as it is or with an older key, once only, and left where its key is lost', async () => {
    const store = await openStore(':memory:')
    await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
    const { id: personId } = await signedIn(store)
    const kept = { personId, madeAt: '2026-01-01', usedAt: null }
    const bare = JSON.stringify({ secret: 'SECRET', lastStep: 7 })
    await store
      .insertInto('credential')
      .values([
        { id: 'c', kind: 'totp', body: bare, ...kept },
        { id: 'p', kind: 'password', body: 'a "secret"', ...kept },
      ])
      .execute()
    expect(await sealCodes(store, seal)).toBe(1)
    expect(await sealCodes(store, seal)).toBe(0)
    const read = async (by: Seal) => {
      const rows = await store.selectFrom('credential').select(['id', 'body']).orderBy('id').execute()
      const body = JSON.parse(rows[0]?.body ?? '') as CodesKept
      expect(Object.keys(body)).toEqual(['sealed', 'lastStep'])
      expect(rows[1]).toEqual({ id: 'p', body: 'a "secret"' })
      return [secretOf(by, personId, body), body.lastStep]
    }
    expect(await read(seal)).toEqual(['SECRET', 7])
    const newest = Buffer.alloc(32, 2)
    expect(await sealCodes(store, sealWith(newest))).toBe(0)
    expect(await sealCodes(store, sealWith(newest, Buffer.alloc(32, 1)))).toBe(1)
    expect([await read(sealWith(newest)), await read(seal)]).toEqual([
      ['SECRET', 7],
      [null, 7],
    ])
    await store.destroy()
  })
})
