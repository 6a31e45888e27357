import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../analytics/measures/difference.ts'

/** Pupils in whole-class tuition, as they were published: in 2013/14 there are two right answers. */
const published = {
  before: { value: 531_422, basis: 'pupils of Years 1 to 9' },
  comparable: { value: 583_783, basis: 'pupils of Years 1 to 9' },
  all: { value: 596_820, basis: 'pupils of all years' },
} as const

describe('a difference', () => {
  it('is of figures on one basis: the published growth of 52,361 pupils', () => {
    expect(differenceOf(published.comparable, published.before)).toEqual({ difference: 52_361 })
  })

  it('is refused in words where the bases differ: 65,398 is not said', () => {
    expect(differenceOf(published.all, published.before)).toEqual({
      refused: 'figures on different bases are not subtracted: pupils of all years, and pupils of Years 1 to 9',
    })
  })

  it('is refused where one framework behind the two cannot be compared with another, of the same figure or the other', () => {
    const under = (value: number, ...frameworks: string[]) => ({
      value,
      basis: 'share',
      frameworks: new Set(frameworks),
    })
    const comparable = (a: string, b: string) => a === b || (a !== 'Third' && b !== 'Third')
    expect(differenceOf(under(0.5, 'First', 'Second'), under(0.25, 'Second'), comparable)).toEqual({ difference: 0.25 })
    expect(differenceOf(under(0.5, 'First', 'Third'), under(0.25, 'Second'), comparable)).toEqual({
      refused: 'levels under First and Third cannot be compared',
    })
    expect(differenceOf(under(0.5, 'First'), under(0.25, 'Second', 'Third'), comparable)).toEqual({
      refused: 'levels under First and Third cannot be compared',
    })
    // Both can be compared with the other figure's, but not with each other.
    const throughSecond = (a: string, b: string) => a === b || a === 'Second' || b === 'Second'
    expect(differenceOf(under(0.5, 'First', 'Third'), under(0.25, 'Second'), throughSecond)).toEqual({
      refused: 'levels under First and Third cannot be compared',
    })
    expect(differenceOf(under(1, ''), under(1, 'First'))).toEqual({
      refused: 'levels under a framework that is not known and First cannot be compared',
    })
  })
})
