import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayNumber, dayOfNumber } from '../../../analytics/framework/day.ts'
import { firstReaching, monthsLater } from '../../../analytics/framework/months-on.ts'
import { runs } from '../../runs.ts'

const later = (day: string, months: number): string => dayOfNumber(monthsLater(months)(dayNumber(day)))
const first = (day: string, months: number): string => dayOfNumber(firstReaching(months)(dayNumber(day)))

describe('days some months on', () => {
  it('are clamped to the end of a shorter month', () => {
    expect([later('2024-02-29', 12), later('2024-08-31', 6), later('2024-02-29', -12)]).toEqual([
      '2025-02-28',
      '2025-02-28',
      '2023-02-28',
    ])
  })

  it('are first reached by the day before which they are not', () => {
    expect([first('2028-02-29', 12), first('2024-02-29', -24)]).toEqual(['2027-03-01', '2026-03-01'])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(12, -24, 36), (number, months) => {
        const reached = firstReaching(months)(number)
        const on = (day: number): number => dayNumber(addMonths(dayOfNumber(day), months))
        expect([on(reached) >= number, on(reached - 1) >= number]).toEqual([true, false])
      }),
      { numRuns: runs(500) },
    )
  })
})
