import { describe, expect, it } from 'vitest'
import { mcnemarExact } from '../../../analytics/statistics/mcnemar-exact.ts'
import { frozen } from './frozen.ts'

describe('mcnemar-exact', () => {
  it.each([
    [121, 0.000004],
    [80, 0.089452],
    [70, 0.378688],
  ] as const)(
    'gives, for %i against 59, what the calculator of Vassar College gives (as quoted by statsmodels)',
    (gained, p) => {
      expect(
        mcnemarExact(
          frozen([
            [101, gained],
            [59, 33],
          ]),
        ),
      ).toBeCloseTo(p, 6)
    },
  )

  it('does not count those who did not change', () => {
    expect(
      mcnemarExact([
        [0, 8],
        [2, 0],
      ]),
    ).toBe(
      mcnemarExact([
        [1000, 8],
        [2, 1000],
      ]),
    )
    expect(
      mcnemarExact([
        [5, 0],
        [0, 5],
      ]),
    ).toBe(1)
  })
})
