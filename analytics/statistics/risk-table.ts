/**
 * One wait for something to happen: when it ended, and whether it ended because the thing happened or because nobody
 * looked any longer (censored). `from` is when it came under observation; left out, it was so from the start.
 */
export interface Wait {
  readonly from?: number
  readonly until: number
  readonly happened: boolean
}

export interface RiskRow {
  readonly time: number
  /** Under observation just before this time, with nothing happened yet. */
  readonly atRisk: number
  /** For how many it happened at this time. */
  readonly happened: number
  /** How many left at this time without it. */
  readonly censored: number
}

/**
 * At each time, how many were at risk, for how many it happened and how many were censored, in the order of the times.
 * A wait counts at risk after its `from` and up to and at its `until`, so that one censored at a time is at risk at that
 * time; a wait that ends no later than it starts never counts. For example, of waits until 1, 2 (censored) and 3, at
 * time 2 two are at risk.
 *
 * Source: Therneau and Grambsch, Modeling Survival Data (2000), chapters 2 and 3 (late entry).
 */
export function riskTable(waits: readonly Wait[], times: readonly number[]): readonly RiskRow[] {
  const seen = waits.filter(({ from, until }) => from === undefined || from < until)
  const starts = sorted(seen.map(({ from }) => from ?? -Infinity))
  const events = sorted(seen.filter(({ happened }) => happened).map(({ until }) => until))
  const leavers = sorted(seen.filter(({ happened }) => !happened).map(({ until }) => until))
  return times.map((time) => {
    const [before, left] = [below(events, time), below(leavers, time)]
    return {
      time,
      atRisk: below(starts, time) - before - left,
      happened: below(events, time, true) - before,
      censored: below(leavers, time, true) - left,
    }
  })
}

const sorted = (times: readonly number[]): Float64Array => Float64Array.from(times).toSorted()

/** How many of the sorted times lie below that one, or at it too. */
function below(times: Float64Array, time: number, orAt = false): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]! < time || (orAt && times[middle] === time)) low = middle + 1
    else high = middle
  }
  return low
}
