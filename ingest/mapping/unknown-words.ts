import { likeness } from '../match/letters.ts'
import { isBlank, wordsOf } from '../recognise/reading.ts'
import type { Sheet } from '../sheets/sheet.ts'
import type { Pair } from './pairs.ts'
import type { WordProposal } from './proposal.ts'

/** The word that comes nearest to one of the file, if any comes near. */
function nearWord(found: string, words: readonly string[]): string | null {
  const near = words
    .map((word) => ({ word, alike: likeness(word.toLowerCase(), found.toLowerCase()) }))
    .toSorted((a, b) => b.alike - a.alike)
  return near[0] !== undefined && near[0].alike >= 0.7 ? near[0].word : null
}

const mostWords = 12

/** The words in columns of words that those do not know, with those of the field that come near them. */
export function unknownWords(sheet: Sheet, chosen: readonly Pair[]): readonly WordProposal[] {
  const found = chosen.flatMap(({ key, word, column: { values } }): readonly WordProposal[] => {
    const column = sheet.columns[key]
    if (column?.read.words === undefined || word !== null) return []
    const choices = wordsOf(column.read)
    const unread = values.filter((value) => !isBlank(value) && 'problem' in column.read(value))
    return [...new Set(unread)].map((found) => ({ found, means: nearWord(found, choices), choices }))
  })
  return [...new Map(found.map((word) => [word.found, word])).values()]
    .toSorted((a, b) => (a.found < b.found ? -1 : 1))
    .slice(0, mostWords)
}
