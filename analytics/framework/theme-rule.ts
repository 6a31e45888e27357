/** One rule for sorting: text that holds the keyword speaks for the theme, with that weight, or against it. */
export interface ThemeRule {
  readonly theme: string
  /** One or more words; a last word that ends in `*` stands for every word that begins so. */
  readonly keyword: string
  readonly weight: number | 'not'
}

/** The words of a text, without marks, case and punctuation. */
const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

interface Keyword {
  readonly rule: ThemeRule
  readonly words: readonly string[]
  readonly isOpen: boolean
}

/** Keywords are found by the first letters of their first word. */
const letters = (word: string): string => word.slice(0, 2)

/**
 * Sorts text into a theme: that of the rules whose keywords stand in it, each counted once; of several themes the one
 * with most weight. Null where no keyword stands there, where two themes weigh the same, and for a theme ruled out.
 *
 * For example, with the rules `Singing, choir*, 2` and `Tuition, lessons, 1`, "A choir and lessons" is Singing.
 */
export function themeSorter(rules: readonly ThemeRule[]): (text: string) => string | null {
  const keywords = rules.map((rule): Keyword => {
    const isOpen = rule.keyword.trimEnd().endsWith('*')
    return { rule, words: wordsIn(rule.keyword), isOpen }
  })
  const byLetters = Map.groupBy(keywords, ({ words }) => letters(words[0] ?? ''))
  return (text) => {
    const words = wordsIn(text)
    const spoken = words.flatMap((word, at) =>
      (byLetters.get(letters(word)) ?? []).filter((keyword) => standsAt(keyword, words, at)),
    )
    return heaviest(new Set(spoken.map(({ rule }) => rule)))
  }
}

const standsAt = ({ words, isOpen }: Keyword, text: readonly string[], at: number): boolean =>
  words.every((word, turn) => {
    const here = text[at + turn] ?? ''
    return isOpen && turn === words.length - 1 ? here.startsWith(word) : here === word
  })

function heaviest(rules: ReadonlySet<ThemeRule>): string | null {
  const weights = new Map<string, number>()
  for (const { theme, weight } of rules)
    weights.set(theme, (weights.get(theme) ?? 0) + (weight === 'not' ? -Infinity : weight))
  const most = Math.max(0, ...weights.values())
  const themes = [...weights].flatMap(([theme, weight]) => (weight === most && most > 0 ? [theme] : []))
  return themes.length === 1 ? (themes[0] ?? null) : null
}
