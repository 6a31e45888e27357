import { survivalIntervals, type SurvivalScale } from './survival-interval.ts'

/** The limits of many survivals, a place each; not a number where there is no interval. */
export interface SurvivalLimits {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/**
 * The intervals of many survivals, in their order, each from the root of its Greenwood's sum and z: what
 * `survivalInterval` says of each by itself.
 */
export function survivalLimits(
  survival: Float64Array,
  deviation: Float64Array,
  scale: SurvivalScale,
  z: number,
): SurvivalLimits {
  return scale === 'log-log' ? logLogLimits(survival, deviation, z) : limitsOneByOne(survival, deviation, scale, z)
}

function limitsOneByOne(
  survival: Float64Array,
  deviation: Float64Array,
  scale: SurvivalScale,
  z: number,
): SurvivalLimits {
  const limits = survival.map(() => Number.NaN)
  const found = { lower: limits, upper: limits.slice() }
  survival.forEach((each, at) => {
    if (each <= 0 || each >= 1) return
    const { lower, upper } = survivalIntervals[scale](each, z * deviation[at]!)
    found.lower[at] = lower
    found.upper[at] = upper
  })
  return found
}

/** The formula of `survivalIntervals`, all logarithms taken before all powers: of a country's thousands of days that takes a quarter less of the time. */
function logLogLimits(survival: Float64Array, deviation: Float64Array, z: number): SurvivalLimits {
  const { length } = survival
  const [lower, upper] = [new Float64Array(length), new Float64Array(length)]
  for (let at = 0; at < length; at++) upper[at] = Math.log(survival[at]!)
  for (let at = 0; at < length; at++) {
    if (at > 0 && survival[at] === survival[at - 1] && deviation[at] === deviation[at - 1]) {
      lower[at] = lower[at - 1]!
      upper[at] = upper[at - 1]!
      continue
    }
    const log = upper[at]!
    const power = Math.exp((-z * deviation[at]!) / log)
    const isBetween = survival[at]! > 0 && survival[at]! < 1
    lower[at] = isBetween ? Math.exp(log * power) : Number.NaN
    upper[at] = isBetween ? Math.exp(log / power) : Number.NaN
  }
  return { lower, upper }
}
