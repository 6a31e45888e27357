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
    const step = fc.tuple(
      fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
      fc.double({ min: 0, max: 4, noNaN: true }),
    )
    const steps = fc.array(fc.oneof(step, fc.constant([0.5, 0.01] as [number, number])), { maxLength: 30 })
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
