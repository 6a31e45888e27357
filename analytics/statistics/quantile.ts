/** The definitions of a sample quantile, numbered as in R. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** For numbers, unless another is named: that of R, d3 and Excel's PERCENTILE.INC. */
export const numbersType = 7
/** For levels, always: it only ever gives a value that is there. */
export const levelsType = 1

/** How the parts are placed among the values: (k - a) / (n + 1 - a - b) for the k-th of n. */
const places: Readonly<Record<QuantileType, readonly [a: number, b: number]>> = {
  1: [0, 1],
  2: [0, 1],
  3: [-0.5, 1.5],
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
}

/** How far to go from the value below towards the one above. */
const steps: Readonly<Record<1 | 2 | 3, (over: number, below: number) => number>> = {
  1: (over) => (over > 0 ? 1 : 0),
  2: (over) => (over > 0 ? 1 : 0.5),
  3: (over, below) => (over > 0 || below % 2 !== 0 ? 1 : 0),
}

/**
 * The value below which that part (0 to 1) of the values lies, by the type named; null for none, and the one value for
 * one. Types 1 and 3 give a value that is there, 2 may give the middle of two, the rest lie between two. Excel's
 * PERCENTILE.EXC is type 6 (but has no answer near the ends, where this gives the lowest or the highest). The values
 * need not be in order.
 *
 * For example, at 0.4 the values 15, 20, 35, 40 and 50 give, by type 1 to 9: 20, 27.5, 20, 20, 27.5, 26, 29, 27 and
 * 27.125.
 *
 * Source: Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), 361-365.
 */
export function quantile(values: readonly number[], part: number, type: QuantileType = numbersType): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [a, b] = places[type]
  const place = a + part * (sorted.length + 1 - a - b)
  // A product such as 0.7 * 10 must not fall short of the whole number it stands for.
  const whole = Math.round(place)
  const near = Math.abs(place - whole) < 4 * Number.EPSILON * Math.max(1, whole) ? whole : place
  const below = Math.floor(near)
  const over = near - below
  const step = type === 1 || type === 2 || type === 3 ? steps[type](over, below) : over
  const valueAt = (rank: number): number | undefined => sorted[Math.min(Math.max(rank, 1), sorted.length) - 1]
  const [low, high] = [valueAt(below), valueAt(below + 1)]
  if (low === undefined || high === undefined) return null
  return step === 0 || low === high ? low : step === 1 ? high : low * (1 - step) + high * step
}
