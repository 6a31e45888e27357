import { describe, expect, it } from 'vitest'
import { continuedFraction } from '../../../analytics/statistics/continued-fraction.ts'

describe('continued-fraction', () => {
  it('gives the golden section where every step is one', () => {
    const one = () => 1
    expect(continuedFraction(one, one)).toBeCloseTo((Math.sqrt(5) - 1) / 2, 14)
  })

  it("gives Lambert's tangent: tan 1 = 1 / (1 - 1 / (3 - 1 / (5 - ...)))", () => {
    const tangent = continuedFraction(
      (step) => (step === 1 ? 1 : -1),
      (step) => 2 * step - 1,
    )
    expect(tangent).toBeCloseTo(Math.tan(1), 14)
  })
})
