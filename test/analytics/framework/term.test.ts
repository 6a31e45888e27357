import { describe, expect, it } from 'vitest'
import { termBefore } from '../../../analytics/framework/term.ts'

describe('the last term that has ended', () => {
  it.each([
    ['2026-08-31', 'spring term 2025/26', '2026-03-31'],
    ['2026-09-01', 'summer term 2025/26', '2026-08-31'],
    ['2026-12-31', 'summer term 2025/26', '2026-08-31'],
    ['2027-01-01', 'autumn term 2026/27', '2026-12-31'],
    ['2027-04-01', 'spring term 2026/27', '2027-03-31'],
  ])('on %s is the %s', (day, name, lastOn) => {
    expect(termBefore(day)).toEqual({ name, lastOn })
  })

  it('is of no day that is none', () => {
    expect(() => termBefore('soon')).toThrow('no term before: soon')
  })
})
