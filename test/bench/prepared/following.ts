import { forever } from '../../../analytics/evidence/endless.ts'

/** For each row, sorted by school and day, the day of the school's next row. */
export const nextDays = (school: ArrayLike<number>, day: ArrayLike<number>): Int32Array =>
  Int32Array.from(day, (_, row) => (school[row + 1] === school[row] ? day[row + 1]! : forever))

/** Finds the row of a meeting by its URN and day. */
export function meetingRows(urn: ArrayLike<number>, heldOn: ArrayLike<number>): (urn: number, day: number) => number {
  const key = (number: number, day: number): number => number * 100_000 + day
  const rows = new Map(Array.from(urn, (number, row) => [key(number, heldOn[row]!), row]))
  return (number, day) => rows.get(key(number, day)) ?? -1
}
