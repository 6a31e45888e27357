import { addMonths, dayNumber, dayOfNumber } from './day.ts'

/** The day that many months after another, by their numbers; each is worked out once. */
export function monthsLater(months: number): (day: number) => number {
  const known = new Map<number, number>()
  return (day) => {
    const later = known.get(day) ?? dayNumber(addMonths(dayOfNumber(day), months))
    known.set(day, later)
    return later
  }
}

/**
 * The first day that many months after which it is that day or later, by their numbers; each is worked out once. For
 * example, 12 months after 1 March 2027 and not before it is 29 February 2028 or later.
 */
export function firstReaching(months: number): (day: number) => number {
  const [later, back] = [monthsLater(months), monthsLater(-months)]
  return (day) => {
    const near = back(day)
    return later(near) >= day ? near : near + 1
  }
}
