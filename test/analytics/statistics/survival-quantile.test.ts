import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kaplanMeier } from '../../../analytics/statistics/kaplan-meier.ts'
import { survivalQuantile } from '../../../analytics/statistics/survival-quantile.ts'
import { endedWaits, waits } from './arbitrary.ts'
import { frozen } from './frozen.ts'
import { maintained, mercaptopurine, notMaintained, placebo } from './published.ts'

const steps = (times: readonly number[]) =>
  frozen(
    kaplanMeier(
      times.map((until) => ({ until, happened: true })),
      'log',
    ),
  )

describe('survival-quantile', () => {
  it('gives the medians 23 and 8 weeks of Kleinbaum and Klein (chapter 2)', () => {
    expect(survivalQuantile(kaplanMeier(mercaptopurine, 'log'), 0.5)).toBe(23)
    expect(survivalQuantile(kaplanMeier(placebo, 'log'), 0.5)).toBe(8)
  })

  it('gives the medians of AML and their limits as R prints them: 31 (18 to none) and 23 (8 to none)', () => {
    const [kept, not] = [kaplanMeier(maintained, 'log'), kaplanMeier(notMaintained, 'log')]
    expect((['survival', 'lower', 'upper'] as const).map((of) => survivalQuantile(kept, 0.5, of))).toEqual([
      31,
      18,
      null,
    ])
    expect((['survival', 'lower', 'upper'] as const).map((of) => survivalQuantile(not, 0.5, of))).toEqual([23, 8, null])
  })

  it('takes the middle of a flat exactly on the level', () => {
    expect(survivalQuantile(steps([1, 2, 3, 4]), 0.5)).toBe(2.5)
    expect(survivalQuantile(steps([1, 2, 3]), 0.5)).toBe(2)
  })

  it('ends a flat that never falls at the last time of the curve', () => {
    const half = [
      ...[1, 2].map((until) => ({ until, happened: true })),
      ...[6, 8].map((until) => ({ until, happened: false })),
    ]
    expect(survivalQuantile(kaplanMeier(frozen(half), 'log'), 0.5)).toBe(5)
  })

  it('is not there where the curve never comes so low, or there is none', () => {
    expect(survivalQuantile(kaplanMeier([{ until: 3, happened: false }], 'log'), 0.5)).toBeNull()
    expect(survivalQuantile([], 0.5)).toBeNull()
  })

  it('is the usual median where nobody was censored', () => {
    fc.assert(
      fc.property(endedWaits, (waits) => {
        const times = waits.map(({ until }) => until).toSorted((a, b) => a - b)
        const [low, high] = [times[Math.ceil(times.length / 2) - 1]!, times[Math.floor(times.length / 2)]!]
        expect(survivalQuantile(kaplanMeier(waits, 'plain'), 0.5)).toBe((low + high) / 2)
      }),
    )
  })

  it('comes later for a lower level', () => {
    const level = fc.double({ min: 0, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(waits, level, level, (waits, a, b) => {
        const curve = kaplanMeier(waits, 'plain')
        const early = survivalQuantile(curve, Math.max(a, b)) ?? Infinity
        expect(survivalQuantile(curve, Math.min(a, b)) ?? Infinity).toBeGreaterThanOrEqual(early)
      }),
    )
  })
})
