import { addMonths, dayNumber, dayOfNumber, type Day } from '../../analytics/framework/day.ts'
import type { Period } from './schedule.ts'

/** The day on which a period that runs from a day has passed. */
export const endOf = (period: NonNullable<Period>, from: Day): Day =>
  'days' in period ? dayOfNumber(dayNumber(from) + period.days) : addMonths(from, period.months)
