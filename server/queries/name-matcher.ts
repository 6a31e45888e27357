const escaped = (word: string): string =>
  word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/['’]/g, "['’]")

const patternOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map(escaped)
    .join(String.raw`[\s.,]+`)

/** Finds names as whole words, whatever their capitals and whatever blanks stand within them. */
export function nameMatcher(names: readonly string[]): RegExp {
  const spelt = names.flatMap((name) => (name.trim() === '' ? [] : [name.normalize('NFC'), name.normalize('NFD')]))
  if (spelt.length === 0) throw new Error('no name to look for')
  const any = [...new Set(spelt)].map(patternOf).join('|')
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any})(?![\p{L}\p{N}\p{M}])`, 'giu')
}

/** A part of a name that any text with the name in it has too, in small letters of ASCII; blank where it has none. */
export const surePart = (name: string): string =>
  (name.toLowerCase().match(/[a-z]+/g) ?? []).toSorted((a, b) => b.length - a.length)[0] ?? ''
