/** A strand with a number of schools; null where that is not shown. */
export interface Counted {
  readonly strand: string
  readonly count: number | null
}

/** The strand at one end of a comparison, or the two that share the place, in words; and how many schools each has. */
export interface End {
  readonly strands: string
  readonly count: number
  /** ` each` where there are two. */
  readonly each: string
}

/** The strand with most schools, or the two that share the place; null where none can be named. */
export const most = (counted: readonly Counted[]): End | null => endOf(counted, Math.max)

/** The strand with fewest schools, or the two that share the place; null where none can be named. */
export const fewest = (counted: readonly Counted[]): End | null => endOf(counted, Math.min)

/** No strand is named where a number is not shown, all are alike, none has any, or three share the place. */
function endOf(counted: readonly Counted[], choose: (...counts: number[]) => number): End | null {
  const counts = counted.flatMap(({ count }) => (count === null ? [] : [count]))
  if (counts.length < counted.length || new Set(counts).size < 2) return null
  const count = choose(...counts)
  const those = counted.filter((one) => one.count === count).map(({ strand }) => strand)
  return those.length > 2 ? null : { strands: those.join(' and in '), count, each: those.length === 2 ? ' each' : '' }
}
