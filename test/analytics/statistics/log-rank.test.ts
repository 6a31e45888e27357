import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logRank } from '../../../analytics/statistics/log-rank.ts'
import { openData } from '../../open-data.ts'
import { waits } from './arbitrary.ts'
import { frozen } from './frozen.ts'
import { mercaptopurine, placebo } from './published.ts'

const waltons = openData('stats/lifelines_waltons_dataset.csv')

describe('log-rank', () => {
  it('gives 16.79 for 6-mercaptopurine against placebo (Kleinbaum and Klein, chapter 2)', () => {
    const test = logRank(frozen([mercaptopurine, placebo]))
    expect(test.statistic).toBeCloseTo(16.79, 2)
    expect(test.df).toBe(1)
    expect(test.observed).toEqual([9, 21])
    expect(test.expected.map((count) => count.toFixed(2))).toEqual(['19.25', '10.75'])
  })

  it('finds nothing to compare in one group, in none, and where nothing happened', () => {
    const none = { statistic: 0, df: 0, p: 1 }
    expect(logRank([mercaptopurine])).toMatchObject(none)
    expect(logRank([])).toMatchObject(none)
    expect(logRank(frozen([[{ until: 1, happened: false }], [{ until: 2, happened: false }]]))).toMatchObject(none)
  })

  it('leaves out a group that was never at risk', () => {
    expect(logRank([mercaptopurine, [], placebo])).toMatchObject({ df: 1, observed: [9, 0, 21] })
  })

  it('finds no difference between a group and itself', () => {
    fc.assert(
      fc.property(waits, (waits) => {
        expect(logRank([waits, waits]).statistic).toBeCloseTo(0, 10)
      }),
    )
  })

  it('expects as many in all as it observes, whichever group comes first', () => {
    fc.assert(
      fc.property(waits, waits, waits, (a, b, c) => {
        const test = logRank([a, b, c])
        const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
        expect(total(test.expected)).toBeCloseTo(total(test.observed), 9)
        const other = logRank([c, a, b])
        expect(other.statistic).toBeCloseTo(test.statistic, 8)
        expect(other.df).toBe(test.df)
      }),
    )
  })

  it.skipIf(waltons === null)("gives 122.25 for Walton's flies (lifelines)", () => {
    const rows = readFileSync(waltons ?? '', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(','))
    const groups = ['miR-137', 'control'].map((group) =>
      rows
        .filter((cells) => cells[2] === group)
        .map(([time, event]) => ({ until: Number(time), happened: event === '1' })),
    )
    expect(logRank(groups).statistic).toBeCloseTo(122.25, 2)
  })
})
