import { readFileSync } from 'node:fs'
import { dictionary } from '@zxcvbn-ts/language-common'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonPasswords, isCommonMadeLonger } from '../../../server/access/common-passwords.ts'
import { leastLength, weaknessOf } from '../../../server/access/password.ts'
import { isLong, runs } from '../../runs.ts'

const listed = dictionary['passwords-common']

/** The ways in which people make a password longer. */
const longer: Readonly<Record<string, (password: string) => string>> = {
  'as it is': (password) => password,
  'with numbers after it': (password) => password.padEnd(leastLength, '2026 1357'),
  'with signs before it': (password) => password.padStart(leastLength, '!_-#'),
  'in capitals, with a year on either side': (password) => `2025${password.toUpperCase()}${'2026'.repeat(4)}`,
  'again and again, with numbers between': (password) => `${password}1${password}2${password}3${password}4`,
  'with another common one': (password) => `${password}-basketball`,
}

const refused = async (password: string): Promise<boolean> => (await weaknessOf(password, ['Ada Lowe'])) !== null

describe('common passwords', () => {
  it('are a list of far more than 3,000', async () => {
    const common = await commonPasswords()
    expect(common.size).toBe(49_233)
    expect(common.has('123456')).toBe(true)
    expect(await commonPasswords()).toBe(common)
  })

  it('are refused, every one that is long enough, and the first 3,000 however they are made longer', async () => {
    const tried = isLong ? listed : [...listed.slice(0, 3000), ...listed.filter(({ length }) => length >= leastLength)]
    const taken: string[] = []
    for (const password of tried)
      for (const way of Object.values(longer)) if (!(await refused(way(password)))) taken.push(way(password))
    expect(taken).toEqual([])
  })

  it('do not stand in the way of words that do not belong together', async () => {
    const word = fc.constantFrom(...dictionary['diceware-common'].filter(({ length }) => length > 3))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { minLength: 4, maxLength: 5 }), async (words) => {
        expect(isCommonMadeLonger(words.join(' '), await commonPasswords())).toBe(false)
      }),
      { numRuns: runs(100) },
    )
  })

  it('are found with signs for letters, and what is beside them only if it is more than filling', () => {
    const common = new Set(['dragon', 'sesame', '1qaz', '1qazx', 'baseball', 'aeiost'])
    for (const found of [
      'dragon',
      'dr@g0n',
      '5e$ame',
      'dragonbaseball',
      'dragon xyz',
      'dragonxyzdragon',
      'dragon 1qazx',
      '99 1qaz 99',
      '431057',
      '@3!0$7',
    ])
      expect({ found, is: isCommonMadeLonger(found, common) }).toEqual({ found, is: true })
    for (const free of ['dragom', 'dragonwxyz', 'a dragon', 'drag', '1qa', '', 'dragon base ball'])
      expect({ free, is: isCommonMadeLonger(free, common) }).toEqual({ free, is: false })
  })

  it('are read only when they are asked for, not when the server starts', () => {
    const file = readFileSync(new URL('../../../server/access/common-passwords.ts', import.meta.url), 'utf8')
    expect(file).toContain("import('@zxcvbn-ts/language-common')")
    expect(file).not.toMatch(/^import .*zxcvbn/m)
  })
})
