import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword, leastLength, mostLength, weaknessOf } from '../../../server/access/password.ts'

const hard = 'Use something harder to guess: not a common password, a name or a run of keys'
const repeated = 'Use something that is not one thing said again and again'

describe('a password', () => {
  it('is kept by argon2id at the least cost that is advised, and is the same however its letters are composed', async () => {
    const hashed = await hashPassword('caf\u00e9 harbour lemon')
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword(hashed, 'cafe\u0301 harbour lemon')).toBe(true)
    expect(await isPassword(hashed, 'cafe harbour lemon')).toBe(false)
    expect(await hashPassword('caf\u00e9 harbour lemon')).not.toBe(hashed)
  })

  it.each([
    ['x7 kettle brass', null],
    ['x7 kettle bras', 'Use at least 15 characters, such as four words that do not belong together'],
    ['wee timorous beastie o mice', null],
    ['Tk4!vm92Lq#xw77Zb', null],
    [`kettle brass harbour ${'z'.repeat(179)}`, null],
    [`kettle brass harbour ${'z'.repeat(180)}`, 'Use at most 200 characters'],
    ['kettlekettlekettle', repeated],
    ['111111111111111111', repeated],
    ['KettleKETTLEkettle', repeated],
    ['passwordpassword1', hard],
    ['Password12345678', hard],
    ['PASSWORD 9182736455', hard],
    ['abcdefghijklmnopqrst', hard],
    ['qwertyuiopasdfgh', hard],
    ['0987654321012345', hard],
    ['letmein-welcome-2026', hard],
    ['summer autumn winter music teacher', hard],
    ['aabbaabbaabbaabcc', hard],
    ['7391 8264 0157 3948 61', hard],
    ['!?!-_-!?!-_-;:;ab1', hard],
    ['adaloweadalowe2026', hard],
    ['ada.lowe.harbour', hard],
    ['ash-primary-lemon', hard],
    ['northshire music hub', hard],
    ['my school hub crescendo', hard],
    ['passwordpassword', repeated],
    ['1q2w3e4r5t6y7u8i9o0p', hard],
    ['122333444455555', hard],
    ['dr4gon 2026 dragon!', hard],
    ['2026_dr4g0n_xyz', hard],
    ['liverpool-chelsea', hard],
    ['!!!liverpool!!!!!', hard],
    ['starwars1234567xyz', hard],
    ['lemon kettle trumpet', null],
    ['flowers 2026 xyz', hard],
    ['northshirestarwars', hard],
    ['melon nolem melon lemo', null],
    ['melonnolemmelonm', hard],
    ['klmnop 4829 7361 58', null],
    ['klmno 4829 7361 582', hard],
  ])('%s is answered as it should be', async (password, said) => {
    expect(await weaknessOf(password, ['Ada Lowe', 'Northshire', 'Ash Primary'])).toBe(said)
  })

  it('is not refused for a name of two letters, nor for what names nobody', async () => {
    expect(await weaknessOf('vo vo vo vo vo kettl', ['Vo'])).toBeNull()
    expect(await weaknessOf('brass kettle lemon', [])).toBeNull()
    expect(await weaknessOf('harbour kettle lem', ['harbour', 'kettle'])).toBe(hard)
    expect([leastLength, mostLength]).toEqual([15, 200])
  })
})
