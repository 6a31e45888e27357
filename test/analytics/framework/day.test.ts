import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayNumber, dayOfNumber, partsOfDay } from '../../../analytics/framework/day.ts'

describe('civil days', () => {
  it('are numbered as UTC days are', () => {
    fc.assert(
      fc.property(fc.integer({ min: -150_000, max: 150_000 }), (number) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10)
        expect(dayOfNumber(number)).toBe(day)
        expect(dayNumber(day)).toBe(number)
      }),
    )
  })

  it.each([
    ['2024-02-29', 36, '2027-02-28'],
    ['2023-08-31', 12, '2024-08-31'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2022-10-31', 1, '2022-11-30'],
    ['2022-12-15', 1, '2023-01-15'],
    ['2023-01-31', -1, '2022-12-31'],
  ])('%s and %d months is %s: clamped to the end of a shorter month', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later)
  })

  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-04-31', '23-04-01', '2023-4-1', ''])(
    '%s is no day of the calendar',
    (text) => {
      expect(partsOfDay(text)).toBeNull()
      expect(() => dayNumber(text)).toThrow('not a day')
    },
  )
})
