import { academicYearOf, academicYearText } from './academic-year.ts'
import { dayNumber, dayOfNumber, partsOfDay, type Day } from './day.ts'

/** A school term by the last day on which anything counts as done in it. */
export interface Term {
  readonly name: string
  readonly lastOn: Day
}

const ends = [
  ['spring', '03-31'],
  ['summer', '08-31'],
  ['autumn', '12-31'],
] as const

/**
 * The last term that had ended before a day, with the year it belongs to: on 31 August 2026 that is the spring term
 * of 2025/26, a day later its summer term. Terms end on the last of March, August and December, as they do where early
 * years are funded by the term.
 */
export function termBefore(day: Day): Term {
  const [year] = partsOfDay(day) ?? []
  const years = year === undefined ? [] : [year - 1, year]
  const [latest] = years
    .flatMap((each) => ends.map(([name, end]) => ({ name, lastOn: `${each}-${end}` })))
    .filter(({ lastOn }) => lastOn < day)
    .toSorted((a, b) => (a.lastOn < b.lastOn ? 1 : -1))
  if (latest === undefined) throw new Error(`no term before: ${day}`)
  return { name: `${latest.name} term ${academicYearText(academicYearOf(latest.lastOn))}`, lastOn: latest.lastOn }
}

/** The term that ends on a day. */
export const termOf = (lastOn: Day): Term => termBefore(dayOfNumber(dayNumber(lastOn) + 1))
