import { describe, expect, it } from 'vitest'
import { levels } from '../../../analytics/framework/level.ts'
import { achieved, award, level, rating, strand, yesNo } from '../../../ingest/recognise/word.ts'

describe('a level', () => {
  it.each(levels)('%s is read as it is, however it is cased and spaced', (word) => {
    for (const text of [word, word.toUpperCase(), ` ${word.toLowerCase()} `])
      expect(level(text)).toEqual({ value: word })
  })

  it.each([
    ['Foc', 'Focusing'],
    ['dev.', 'Developing'],
    ['Est', 'Establishing'],
    ['ENH.', 'Enhancing'],
    ['Focussing', 'Focusing'],
    ['Developping', 'Developing'],
    ['Establising', 'Establishing'],
    ['Enhoncing', 'Enhancing'],
  ])('%s is read as %s, and that is said', (text, value) => {
    expect(level(text)).toEqual({ value, note: `"${text}" was read as ${value}` })
  })

  it.each(['Emerging', '3', 'Developed', 'Fo', 'Focussingg', 'Focusing/Developing', 'Good'])(
    '%s is outside the scale',
    (text) => {
      expect(level(text)).toMatchObject({ problem: 'level-outside-scale' })
    },
  )

  it('that was not rated is none, and no level of a criterion', () => {
    expect(rating('not rated')).toEqual({ value: null })
    expect(level('Not rated')).toEqual({ problem: 'level-outside-scale' })
  })
})

it.each([
  ['W/T', 'Working towards Bronze'],
  ['WT', 'Working towards Bronze'],
  ['Working towards', 'Working towards Bronze'],
  ['B', 'Bronze'],
  ['s', 'Silver'],
  ['G', 'Gold'],
])('the award %s is read as %s, and that is said', (text, value) => {
  expect(award(text)).toEqual({ value, note: `"${text}" was read as ${value}` })
})

it('an award by its name needs no note, and any other word is none', () => {
  expect(award('working towards bronze')).toEqual({ value: 'Working towards Bronze' })
  expect(award('Platinum')).toEqual({ problem: 'unknown-award' })
})

it('a strand is read with & for and', () => {
  expect(strand('Leadership & management')).toEqual({ value: 'Leadership and Management' })
  expect(strand('cocurricular')).toEqual({ value: 'Co-curricular' })
  expect(strand('Singing')).toEqual({ problem: 'unknown-strand' })
})

it('yes is 1 and no is 0, and nothing else is an answer', () => {
  expect(yesNo('YES')).toEqual({ value: 1 })
  expect(yesNo('n')).toEqual({ value: 0, note: '"n" was read as No' })
  expect(yesNo('maybe')).toEqual({ problem: 'unknown-answer' })
})

it('how far a priority was achieved is one of four', () => {
  expect(achieved('mostly achieved')).toEqual({ value: 'Mostly achieved' })
  expect(achieved('Achieved')).toEqual({ problem: 'unknown-achieved' })
})
