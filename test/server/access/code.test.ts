import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { addressOf, secretFor, stepOf } from '../../../server/access/code.ts'
import { hashOf, isSame, newId, newSecret } from '../../../server/access/secret.ts'

// The secret and times of RFC 6238, appendix B, whose codes have two digits more.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

describe('a code', () => {
  it('is that of RFC 6238', () => {
    expect(stepOf(secret, '287082', 0, at(59))).toBe(1)
    expect(stepOf(secret, '081804', 0, at(1111111109))).toBe(37037036)
    expect(stepOf(secret, '050471', 0, at(1111111111))).toBe(37037037)
    expect(stepOf(secret, '005924', 0, at(1234567890))).toBe(41152263)
  })

  it('counts half a minute early or late, no more, and however it is spaced', () => {
    const code = (seconds: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: seconds * 1000 })
    const steps = [-60, -30, 0, 30, 60].map((off) => stepOf(secret, code(9000 + off), 0, at(9000)))
    expect(steps).toEqual([null, 299, 300, 301, null])
    expect(stepOf(secret, '28 70 82', 0, at(59))).toBe(1)
    expect(stepOf(secret, '000000', 0, at(59))).toBeNull()
    expect(stepOf(secret, '', 0, at(59))).toBeNull()
  })

  it('counts once, and none counts from before it', () => {
    expect(stepOf(secret, '287082', 1, at(59))).toBeNull()
    expect(stepOf(secret, '287082', 2, at(59))).toBeNull()
  })

  it('has a secret of twenty bytes for each invitation, which an app takes up by an address', () => {
    expect(secretFor('one')).toMatch(/^[A-Z2-7]{32}$/)
    expect(secretFor('one')).toBe(secretFor('one'))
    expect(secretFor('one')).not.toBe(secretFor('two'))
    expect(addressOf(secret, 'ada.lowe')).toBe(
      `otpauth://totp/Crescendo:ada.lowe?issuer=Crescendo&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    )
  })
})

describe('a secret', () => {
  it('is of 256 bits and never the same; an id is of 96', () => {
    expect(Buffer.from(newSecret(), 'base64url')).toHaveLength(32)
    expect(Buffer.from(newId(), 'base64url')).toHaveLength(12)
    expect(newSecret()).not.toBe(newSecret())
    expect(newId()).not.toBe(newId())
    expect(newSecret() + newId()).toMatch(/^[\w-]+$/)
  })

  it('is kept as its SHA-256, and is the same only where all of it is', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect([
      isSame('abc', 'abc'),
      isSame('abd', 'abc'),
      isSame('ab', 'abc'),
      isSame(undefined, ''),
      isSame(7, '7'),
    ]).toEqual([true, false, false, true, false])
  })
})
