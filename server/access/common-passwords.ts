/** The common passwords, read when somebody first chooses one: nothing else that is served needs them. */
let read: Promise<ReadonlySet<string>> | undefined

/** About 49,000 passwords that many have, the commonest of published leaks. Source: the lists of zxcvbn-ts. */
export const commonPasswords = (): Promise<ReadonlySet<string>> =>
  (read ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'])))

/** Shorter ones are parts of many words, and longer ones there are none. */
const [shortest, longest] = [4, 40]

const signs: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
}

/** A text with letters where people write a sign for one; every letter stays in its place. */
const unsigned = (text: string): string => text.replaceAll(/[@431!05$7]/g, (sign) => signs[sign] ?? sign)

/**
 * Whether a text in small letters is a common password, as it is or with signs for letters, and beside it only what
 * makes it longer: itself again, another common one, numbers and signs, or up to three letters.
 *
 * For example, of `dragon`: `dragon2026!dragon`, `2026_dr4gon_xyz` and `dragonbaseball`.
 */
export function isCommonMadeLonger(text: string, common: ReadonlySet<string>): boolean {
  const plain = unsigned(text)
  const isCommon = (from: number, to: number): boolean =>
    common.has(text.slice(from, to)) || common.has(plain.slice(from, to))
  const firstLetter = text.search(/\p{L}/u)
  const lastStart = firstLetter === -1 ? text.length : firstLetter
  for (let from = 0; from <= lastStart; from += 1)
    for (let to = from + shortest; to <= Math.min(text.length, from + longest); to += 1)
      if (isCommon(from, to) && isFiller(text.slice(to).replaceAll(text.slice(from, to), ''), common)) return true
  return false
}

/** Whether what stands after a common password only makes it longer. */
function isFiller(rest: string, common: ReadonlySet<string>): boolean {
  const word = rest.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return word.length < shortest || [word, unsigned(word), rest.trim()].some((each) => common.has(each))
}
