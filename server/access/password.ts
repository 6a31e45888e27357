import { hash, verify } from '@node-rs/argon2'
import { commonPasswords, isCommonMadeLonger } from './common-passwords.ts'

/** How many characters a password has at least and at most. */
export const [leastLength, mostLength] = [15, 200]

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. It is the package's usual algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

export const isPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password.normalize('NFKC'))

/** Words that people put into passwords before any other, those of this service among them, and runs of keys and letters. */
const usual =
  /password|passw0rd|letmein|welcome|qwerty|asdfgh|zxcvbn|iloveyou|monkey|dragon|football|sunshine|princess|admin|login|secret|changeme|crescendo|music|school|teacher|hub|abcdef|january|february|march|april|summer|winter|autumn|spring/g

const runs = '0123456789012345678909876543210abcdefghijklmnopqrstuvwxyzqwertyuiopasdfghjklzxcvbnm'

/** Whether one text is another said over and over. */
const isRepeated = (text: string): boolean => (text + text).indexOf(text, 1) < text.length

/**
 * What is wrong with a password that somebody chooses, as a sentence; null where it may be used. Beside its length what
 * is asked is that it is no common one made longer, and that enough is left of it without the words everybody uses,
 * the person's own words (their names, their hub, their school), and runs of keys.
 */
export async function weaknessOf(password: string, ownWords: readonly string[]): Promise<string | null> {
  if (password.length < leastLength)
    return `Use at least ${leastLength} characters, such as four words that do not belong together`
  if (password.length > mostLength) return `Use at most ${mostLength} characters`
  const folded = password.normalize('NFKC').toLowerCase()
  if (isRepeated(folded)) return 'Use something that is not one thing said again and again'
  const own = ownWords.flatMap((words) => words.toLowerCase().split(/\P{L}/u)).filter((word) => word.length > 2)
  const others = own.reduce((text, word) => text.replaceAll(word, ''), folded)
  const rest = others.replaceAll(usual, '')
  const isRun = runs.includes(rest)
  const isShort = new Set(rest).size < 6 || rest.replaceAll(/[\d\W_]/g, '').length < 6
  const common = await commonPasswords()
  if (isRun || isShort || [folded, others].some((text) => isCommonMadeLonger(text, common)))
    return 'Use something harder to guess: not a common password, a name or a run of keys'
  return null
}
