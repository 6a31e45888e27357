import { describe, expect, it } from 'vitest'
import { cellName, hiddenCells, leastGroup } from '../../../analytics/disclosure/suppress.ts'
import type { Column } from '../../../analytics/measures/measure.ts'

const keys = ['a', 'b', 'c', 'd', 'e']
const columns: readonly Column[] = keys.map((key) => ({ key, label: key, unit: 'schools' }))

const figuresOf = (values: readonly number[]) => ({
  population: values.reduce((sum, value) => sum + value, 0),
  rows: [Object.fromEntries(keys.map((key, at) => [key, values[at] ?? 0]))],
  totals: {},
  columns,
  totalColumns: [],
  fine: false,
  identities: [{ whole: 'population' as const, parts: keys.map((key) => ({ row: 0, key })) }],
})

/** The row as a reader sees it: its numbers, `c` where one is hidden. */
function shown(values: readonly number[]): readonly (number | 'c')[] {
  const hidden = hiddenCells(figuresOf(values))
  return values.map((value, at) => (hidden.has(cellName({ row: 0, key: keys[at] ?? '' })) ? 'c' : value))
}

/** Every way to share so many schools among so many cells. */
function* shares(schools: number, cells: number): Generator<readonly number[]> {
  if (cells === 1) yield [schools]
  else
    for (let first = 0; first <= schools; first++)
      for (const rest of shares(schools - first, cells - 1)) yield [first, ...rest]
}

describe('suppression', () => {
  it('shows a row without small numbers as it is', () => {
    expect(shown([0, 3, 10, 25, 4])).toEqual([0, 3, 10, 25, 4])
  })

  it('hides a small number and the next smallest, so that neither can be worked out', () => {
    expect(shown([2, 20, 7, 30, 0])).toEqual(['c', 20, 'c', 30, 0])
  })

  it('hides two small numbers together without a third', () => {
    expect(shown([1, 2, 7, 30, 9])).toEqual(['c', 'c', 7, 30, 9])
  })

  it('hides all of a group too small to break down', () => {
    expect(shown([3, 3, 3, 0, 0])).toEqual(['c', 'c', 'c', 'c', 'c'])
  })

  it('does not hide, to protect a small number, one that other tables tell anyway', () => {
    const figures = figuresOf([2, 20, 4, 30, 9])
    const told = figures.columns.map((column) => (column.key === 'c' ? { ...column, told: true as const } : column))
    expect([...hiddenCells({ ...figures, columns: told })]).toEqual(['0 a', '0 e'])
  })

  it('hides a table that is too fine', () => {
    expect(hiddenCells({ ...figuresOf([20, 20, 20, 20, 20]), fine: true }).size).toBe(5)
  })

  it('hides a third where two hidden numbers could only be one each', () => {
    expect(shown([1, 1, 7, 30, 9])).toEqual(['c', 'c', 'c', 30, 9])
  })

  it('breaks down a group of ten, and none of nine', () => {
    expect(shown([5, 5, 0, 0, 0])).toEqual([5, 5, 0, 0, 0])
    expect(shown([5, 4, 0, 0, 0])).toEqual(['c', 'c', 'c', 'c', 'c'])
  })

  it('hides the only number there is, where nothing is left to hide with it', () => {
    expect([...hiddenCells({ ...figuresOf([2, 0, 0, 0, 0]), population: 12 })]).toEqual(['0 a'])
  })

  const described: readonly Column[] = [
    { key: 'where', label: 'Where', unit: 'words' },
    { key: 'met', label: 'Met', unit: 'words', follows: true },
    { key: 'register', label: 'In the register', unit: 'schools', known: true },
    { key: 'few', label: 'Few', unit: 'schools' },
    { key: 'marked', label: 'Marked', unit: 'schools' },
    { key: 'absent', label: 'Absent', unit: 'schools' },
  ]
  const mixed = {
    population: 20,
    rows: [{ where: 'North', met: 'yes', register: 1, few: 2, marked: 'z' }],
    totals: { where: 'All', register: 2, few: 1 },
    columns: described,
    totalColumns: described,
    identities: [],
    fine: false,
  }

  it('leaves words, marks and what the register tells anybody, in rows and totals alike', () => {
    expect([...hiddenCells(mixed)]).toEqual(['0 few', 'totals few'])
  })

  it('hides, of a table too fine, marks and words that follow from figures too, and nothing that is not there', () => {
    expect([...hiddenCells({ ...mixed, fine: true })]).toEqual(['0 met', '0 few', '0 marked', 'totals few'])
  })

  it('does not hide what a small number adds up to, where the sum holds something that is not told', () => {
    const sum = { whole: { row: 0, key: 'register' }, parts: [{ row: 0, key: 'few' }] }
    expect([...hiddenCells({ ...mixed, identities: [sum] })]).toEqual(['0 few', 'totals few'])
    expect(cellName('population')).toBe('population')
  })

  it.each([10, 11, 12, 13, 14, 15])(
    'leaves two or more possible values for every hidden cell of every row of %d schools',
    (schools) => {
      expect(schools).toBeGreaterThanOrEqual(leastGroup)
      const rows = [...shares(schools, keys.length)]
      const solved = rows.filter((values) => {
        const hidden = shown(values).flatMap((cell, at) => (cell === 'c' ? [values[at] ?? 0] : []))
        const total = hidden.reduce((sum, value) => sum + value, 0)
        // What a reader can think: the hidden cells add up to what is missing, and none of them is nothing.
        const possible = hidden.length === 0 ? [] : [...shares(total - hidden.length, hidden.length)]
        return hidden.some((_, at) => new Set(possible.map((world) => world[at])).size < 2)
      })
      expect(solved).toEqual([])
      expect(rows.filter((values) => shown(values).includes('c')).length).toBeGreaterThan(100)
    },
  )
})
