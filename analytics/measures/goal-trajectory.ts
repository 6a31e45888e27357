import type { Goal } from '../evidence/facts.ts'
import { lastDayOf } from '../framework/academic-year.ts'
import { dayNumber, type Day } from '../framework/day.ts'

/** A percentage as a fraction of whole numbers, so that two can be compared without rounding. */
export interface Percent {
  readonly part: bigint
  readonly of: bigint
}

/** Percentages are told to at most this many parts of one per cent. */
const finest = 1_000_000

const parts = (percent: number): bigint => BigInt(Math.round(percent * finest))

/** A percentage that somebody wrote down. */
export const percentSaid = (percent: number): Percent => ({ part: parts(percent), of: BigInt(finest) })

/** The percentage that a number of schools is of some schools; there must be some. */
export const percentCounted = (part: number, whole: number): Percent => ({
  part: BigInt(part) * 100n,
  of: BigInt(whole),
})

/** Whether a percentage is at least another, compared unrounded. */
export const isAtLeast = (a: Percent, b: Percent): boolean => a.part * b.of >= b.part * a.of

/**
 * Where a goal should stand on a day: on the straight line from its baseline on the 31 August that ends the baseline
 * year to its target on the 31 August that ends the target year; flat before and after. Null without a baseline.
 */
export function trajectoryAt(
  { baselinePercent, baselineYear, targetPercent, targetYear }: Goal,
  asOf: Day,
): Percent | null {
  if (baselinePercent === null || baselineYear === null) return null
  const [start, end] = [dayNumber(lastDayOf(baselineYear)), dayNumber(lastDayOf(targetYear))]
  const day = dayNumber(asOf)
  if (day >= end) return percentSaid(targetPercent)
  if (day <= start) return percentSaid(baselinePercent)
  const [from, to] = [parts(baselinePercent), parts(targetPercent)]
  const span = BigInt(end - start)
  return { part: from * span + (to - from) * BigInt(day - start), of: BigInt(finest) * span }
}
