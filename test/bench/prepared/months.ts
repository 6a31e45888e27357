import { forever } from '../../../analytics/evidence/endless.ts'
import { dayOfNumber, partsOfDay } from '../../../analytics/framework/day.ts'

/** The calendar month of a day number, counted from the year 0; 0 for a day that does not come. */
export function monthOf(day: number): number {
  if (day === forever) return 0
  const [year = 0, month = 1] = partsOfDay(dayOfNumber(day)) ?? []
  return year * 12 + month - 1
}
