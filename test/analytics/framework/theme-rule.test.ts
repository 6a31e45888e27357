import { describe, expect, it } from 'vitest'
import { themeSorter, type ThemeRule } from '../../../analytics/framework/theme-rule.ts'

const rules: readonly ThemeRule[] = [
  { theme: 'Singing', keyword: 'choir*', weight: 2 },
  { theme: 'Singing', keyword: 'song', weight: 1 },
  { theme: 'Tuition', keyword: 'small group lessons', weight: 3 },
  { theme: 'Tuition', keyword: 'lessons', weight: 1 },
  { theme: 'Training', keyword: 'staff', weight: 1 },
  { theme: 'Training', keyword: 'staff choir', weight: 'not' },
]

const sort = themeSorter(rules)

describe('sorting text into themes', () => {
  it('goes by whole words, in any case, with or without marks and punctuation', () => {
    expect(sort('A CHÓIR-master!')).toBe('Singing')
    expect(sort('A songbook')).toBeNull()
    expect(sort('Start choirs')).toBe('Singing')
  })

  it('takes several words as a keyword only where they stand one after another', () => {
    expect(sort('Song, then small group lessons')).toBe('Tuition')
    expect(sort('Small group of lessons; a song; a choir')).toBe('Singing')
  })

  it('gives most weight the word, and counts a keyword once', () => {
    expect(sort('lessons, lessons, lessons or a choir')).toBe('Singing')
  })

  it('leaves unsorted what no rule speaks for, or two speak for alike', () => {
    expect(sort('')).toBeNull()
    expect(sort('Something else')).toBeNull()
    expect(sort('A song in lessons')).toBeNull()
  })

  it('takes a theme out by a rule against it', () => {
    expect(sort('A staff choir')).toBe('Singing')
    expect(sort('A day for staff')).toBe('Training')
  })
})
