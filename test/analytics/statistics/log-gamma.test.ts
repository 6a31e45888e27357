import { describe, expect, it } from 'vitest'
import { logGamma } from '../../../analytics/statistics/log-gamma.ts'

describe('log-gamma', () => {
  it('is the logarithm of the factorials', () => {
    let factorial = 1
    for (let n = 1; n <= 20; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12)
      factorial *= n
    }
  })

  it('gives the square root of pi at one half (Abramowitz and Stegun, 6.1.8)', () => {
    expect(Math.exp(logGamma(0.5))).toBeCloseTo(1.7724538509055161, 14)
  })

  it('gives the table of Abramowitz and Stegun, 6.1: gamma of 1.25 and of 1.5', () => {
    expect(Math.exp(logGamma(1.25))).toBeCloseTo(0.9064024771, 10)
    expect(Math.exp(logGamma(1.5))).toBeCloseTo(0.8862269255, 10)
  })
})
