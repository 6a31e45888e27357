/** A civil day as ISO text, `2026-08-31`. Days compare as text. */
export type Day = string

/** Whether anybody means a year: any other lost its century or is a slip, and what is reckoned from it may be no day. */
export const isMeant = (year: number): boolean => year >= 1000 && year < 3000

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The number of days in a month (1 to 12) of a year. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

/** The ISO text of a year, month (1 to 12) and day of the month. */
export const dayOf = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

const [dash, zero] = [45, 48]

/** The number that some digits of a text are; not a number where one is none. A pattern takes ten times as long. */
function digitsOf(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - zero
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** The year, month and day of the month, or null for text that is no day of the calendar. */
export function partsOfDay(day: string): readonly [year: number, month: number, date: number] | null {
  if (day.length !== 10 || day.charCodeAt(4) !== dash || day.charCodeAt(7) !== dash) return null
  const year = digitsOf(day, 0, 4)
  const month = digitsOf(day, 5, 7)
  const date = digitsOf(day, 8, 10)
  if (Number.isNaN(year) || Number.isNaN(month) || Number.isNaN(date)) return null
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null
  return [year, month, date]
}

/**
 * Days since 1 January 1970, negative before it. For example, `dayNumber('1970-01-02')` is 1.
 *
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayNumber(day: Day): number {
  const parts = partsOfDay(day)
  if (parts === null) throw new RangeError(`not a day: ${day}`)
  const [civilYear, month, date] = parts
  const year = month <= 2 ? civilYear - 1 : civilYear
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day that many days after 1 January 1970: the inverse of `dayNumber`. Source: as there, civil_from_days. */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
}

/** The day that many calendar months later (earlier if negative), clamped to the end of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const parts = partsOfDay(day)
  if (parts === null) throw new RangeError(`not a day: ${day}`)
  const count = parts[0] * 12 + parts[1] - 1 + months
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return dayOf(year, month, Math.min(parts[2], daysInMonth(year, month)))
}
