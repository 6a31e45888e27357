import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { survivalInterval, type SurvivalScale } from '../../../analytics/statistics/survival-interval.ts'
import { survivalLimits } from '../../../analytics/statistics/survival-limits.ts'
import type { Interval } from '../../../analytics/statistics/wilson.ts'

const none = [Number.NaN, Number.NaN]

const nearly = ({ lower, upper }: Interval): readonly unknown[] =>
  [lower, upper].map((limit) => expect.closeTo(limit, 9) as unknown)

describe('survival-limits', () => {
  it('are those of each survival by itself, on every scale, and none where it is 0 or 1', () => {
    const part = fc.nat({ max: 1000 }).map((thousandths) => thousandths / 1000)
    const deviation = fc.nat({ max: 1000 }).map((parts) => parts / 250)
    // Often one of two survivals again, with another deviation or the same.
    const step = fc.tuple(fc.oneof(part, fc.constantFrom(0, 0.25, 0.5, 1)), fc.oneof(deviation, fc.constant(0.5)))
    const steps = fc.array(step, { maxLength: 30 })
    fc.assert(
      fc.property(steps, fc.constantFrom<SurvivalScale>('plain', 'log', 'log-log'), (told, scale) => {
        const [survival, deviation] = [0, 1].map((at) => Float64Array.from(told, (each) => each[at]!)) as [
          Float64Array,
          Float64Array,
        ]
        const { lower, upper } = survivalLimits(survival, deviation, scale, 1.96)
        expect(told.map((_, at) => [lower[at], upper[at]])).toEqual(
          told.map(([each, root]) => {
            const alone = survivalInterval(each, root ** 2, scale, 1.96)
            return alone === null ? none : nearly(alone)
          }),
        )
      }),
    )
  })
})
