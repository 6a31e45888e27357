import { addMonths, dayNumber, dayOfNumber, partsOfDay, type Day } from '../framework/day.ts'

/** How far ahead the months are told apart. */
export const monthsAhead = 12

/** What is due by when: overdue, due now, each month of the next twelve, later. */
interface Calendar {
  readonly names: readonly string[]
  /** The row of what is due on a day, by its number. */
  readonly at: (dueOn: number) => number
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** A month by the number of months since the year 0. */
export const monthOf = (day: Day): number => {
  const [year = 0, month = 1] = partsOfDay(day) ?? []
  return year * 12 + month - 1
}

/** The calendar of a day. */
export function calendarFrom(asOf: Day): Calendar {
  const [first, day, end] = [monthOf(asOf), dayNumber(asOf), dayNumber(addMonths(asOf, monthsAhead))]
  const months = Array.from({ length: monthsAhead + 1 }, (_, turn) => first + turn)
  const names = months.map((month) => `${monthNames[month % 12]} ${Math.floor(month / 12)}`)
  // There are many items to a day: the month of each day is worked out once, where it is asked for.
  let rows: Uint8Array | undefined
  const rowsLater = (): Uint8Array =>
    (rows ??= Uint8Array.from({ length: end - day + 1 }, (_, later) => 2 + monthOf(dayOfNumber(day + later)) - first))
  return {
    names: ['Overdue', 'Due now', ...names, 'Later'],
    at: (dueOn) => (dueOn < day ? 0 : dueOn === day ? 1 : (rowsLater()[dueOn - day] ?? names.length + 2)),
  }
}
