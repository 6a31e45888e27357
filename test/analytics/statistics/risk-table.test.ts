import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { riskTable } from '../../../analytics/statistics/risk-table.ts'
import { waits } from './arbitrary.ts'
import { frozen } from './frozen.ts'
import { mercaptopurine } from './published.ts'

describe('risk-table', () => {
  it('counts as Kleinbaum and Klein do (table 2.1): 21, 17, 15, 12, 11, 7 and 6 at risk when relapses happened', () => {
    expect(riskTable(mercaptopurine, [6, 7, 10, 13, 16, 22, 23]).map(({ atRisk }) => atRisk)).toEqual([
      21, 17, 15, 12, 11, 7, 6,
    ])
    expect(riskTable(mercaptopurine, [6])).toEqual([{ time: 6, atRisk: 21, happened: 3, censored: 1 }])
  })

  it('answers at any time asked, in the order asked', () => {
    expect(riskTable(mercaptopurine, [36, 0, 8]).map(({ atRisk }) => atRisk)).toEqual([0, 21, 16])
    expect(riskTable([], [1])).toEqual([{ time: 1, atRisk: 0, happened: 0, censored: 0 }])
  })

  it('has a late one at risk after it came and not at the time it came', () => {
    const late = frozen([{ from: 2, until: 5, happened: true }])
    expect(riskTable(late, [2, 3, 5, 6]).map(({ atRisk }) => atRisk)).toEqual([0, 1, 1, 0])
  })

  it('never counts a wait that ends no later than it starts', () => {
    expect(riskTable([{ from: 2, until: 2, happened: true }], [2])).toEqual([
      { time: 2, atRisk: 0, happened: 0, censored: 0 },
    ])
  })

  it('loses from one time to the next those who left in between', () => {
    fc.assert(
      fc.property(waits, (waits) => {
        const rows = riskTable(
          waits,
          Array.from({ length: 14 }, (_, time) => time),
        )
        for (const [i, row] of rows.slice(1).entries())
          expect(row.atRisk).toBe(rows[i]!.atRisk - rows[i]!.happened - rows[i]!.censored)
        expect(rows.at(-1)?.atRisk).toBe(0)
      }),
    )
  })
})
