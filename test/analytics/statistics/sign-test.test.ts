import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signTest } from '../../../analytics/statistics/sign-test.ts'

/** The same by adding binomial chances. */
function plain(up: number, down: number): number {
  const n = up + down
  let chance = 0.5 ** n
  let sum = 0
  for (let k = 0; k <= Math.min(up, down); k++) {
    sum += chance
    chance *= (n - k) / (k + 1)
  }
  return Math.min(1, 2 * sum)
}

describe('sign-test', () => {
  it('gives 0.109375 for 8 of 10 deer with longer hind legs (Zar, Biostatistical Analysis, 4th edition (1999), chapter 24)', () => {
    expect(signTest(8, 2)).toBeCloseTo(0.109375, 14)
  })

  it('is 1 where nobody moved, and where as many went up as down', () => {
    expect(signTest(0, 0)).toBe(1)
    expect(signTest(6, 6)).toBe(1)
    expect(signTest(1, 0)).toBeCloseTo(1, 14)
  })

  it('adds the binomial chances, the same whichever way they went', () => {
    const count = fc.integer({ min: 0, max: 80 })
    fc.assert(
      fc.property(count, count, (up, down) => {
        expect(signTest(up, down)).toBeCloseTo(plain(up, down), 12)
        expect(signTest(down, up)).toBe(signTest(up, down))
      }),
    )
  })

  it('holds for thousands', () => {
    expect(signTest(5100, 5000)).toBeGreaterThan(0.3)
    expect(signTest(5100, 0)).toBeLessThan(1e-300)
  })
})
