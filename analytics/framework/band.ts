/** What stands for a characteristic that is not known. */
export const unknown = 'Unknown'

/** The band of a number; `Unknown` for null. */
export type BandOfNumber<B extends string> = (value: number | null) => B | typeof unknown

/** The first band whose end is at least the number: ends belong to their bands. The last band has no end. */
export const bandsUpTo =
  <B extends string>(names: readonly B[], ends: readonly number[]): BandOfNumber<B> =>
  (value) =>
    named(names, value, (number) => ends.findIndex((end) => number <= end))

/** The first band whose end is above the number: ends belong to the next band. The last band has no end. */
export const bandsBelow =
  <B extends string>(names: readonly B[], ends: readonly number[]): BandOfNumber<B> =>
  (value) =>
    named(names, value, (number) => ends.findIndex((end) => number < end))

function named<B extends string>(names: readonly B[], value: number | null, find: (value: number) => number) {
  if (value === null || Number.isNaN(value)) return unknown
  return names.at(find(value)) ?? unknown
}
