import { lettersApart } from './letters.ts'

/** What people write in several ways, each brought to one. In order: later lines read what earlier ones leave. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\p{M}/gu, ''],
  [/&/g, ' and '],
  [/['`\u00B4\u2018\u2019\u201B\u02BC\u0092]/g, ''],
  [/[^\p{L}\p{N}]+/gu, ' '],
  [/\b(?:c ?of ?e|c e|church ?of ?england)\b/g, 'ce'],
  [/\b(?:r c|roman ?catholic)\b/g, 'rc'],
  [/\bst\b/g, 'saint'],
  [/\bsch\b/g, 'school'],
  [/\bprim\b/g, 'primary'],
  [/\bcomm\b/g, 'community'],
]

/** The words of a school's name without what people vary in it. For example, `St. Ann's C.E.` is saint, anns, ce. */
export function wordsOf(name: string): readonly string[] {
  const folded = spellings.reduce((text, [from, to]) => text.replaceAll(from, to), name.normalize('NFKD').toLowerCase())
  return folded.split(' ').filter((word) => word !== '')
}

/** The words of a name in which `Church of England` is misspelt, as if it were not. */
export function looseWordsOf(name: string): readonly string[] {
  const words = wordsOf(name)
  const at = words.findIndex(
    (word, index) =>
      words[index + 1] === 'of' &&
      lettersApart(word, 'church') <= 2 &&
      lettersApart(words[index + 2] ?? '', 'england') <= 2,
  )
  return at < 0 ? words : words.toSpliced(at, 3, 'ce')
}

/** A name, or the name of a place, so written that spaces do not matter either. */
export const foldName = (name: string): string => wordsOf(name).join('')

/** A postcode without spaces. */
export const foldPostcode = (postcode: string): string => postcode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
