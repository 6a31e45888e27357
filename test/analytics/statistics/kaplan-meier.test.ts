import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kaplanMeier } from '../../../analytics/statistics/kaplan-meier.ts'
import { survivalQuantile } from '../../../analytics/statistics/survival-quantile.ts'
import { openData } from '../../open-data.ts'
import { endedWaits, waits } from './arbitrary.ts'
import { frozen } from './frozen.ts'
import { mercaptopurine } from './published.ts'

const waltons = openData('stats/lifelines_waltons_dataset.csv')

describe('kaplan-meier', () => {
  it('gives the remissions on 6-mercaptopurine (Kleinbaum and Klein, chapter 2; R, survival)', () => {
    const relapses = kaplanMeier(mercaptopurine, 'log').filter(({ happened }) => happened > 0)
    expect(relapses.map(({ survival }) => survival.toFixed(4))).toEqual([
      '0.8571',
      '0.8067',
      '0.7529',
      '0.6902',
      '0.6275',
      '0.5378',
      '0.4482',
    ])
    expect(relapses.map(({ error }) => error?.toFixed(4))).toEqual([
      '0.0764',
      '0.0869',
      '0.0963',
      '0.1068',
      '0.1141',
      '0.1282',
      '0.1346',
    ])
    expect(relapses[0]?.lower).toBeCloseTo(0.72, 3)
    expect(relapses.at(-1)?.upper).toBeCloseTo(0.807, 3)
  })

  it('keeps the survival where waits were only censored, and says how many', () => {
    const step = kaplanMeier(mercaptopurine, 'log-log').find(({ time }) => time === 32)
    expect(step).toMatchObject({ atRisk: 4, happened: 0, censored: 2 })
    expect(step?.survival).toBeCloseTo(0.4482, 4)
  })

  it('has no standard error and no interval once nobody is left', () => {
    expect(kaplanMeier(frozen([{ until: 3, happened: true }]), 'log-log')).toEqual([
      { time: 3, atRisk: 1, happened: 1, censored: 0, survival: 0, error: null, lower: null, upper: null },
    ])
  })

  it('has no interval until something has happened', () => {
    expect(kaplanMeier(frozen([{ until: 3, happened: false }]), 'log-log')).toEqual([
      { time: 3, atRisk: 1, happened: 0, censored: 1, survival: 1, error: 0, lower: null, upper: null },
    ])
  })

  it('has no steps for no waits', () => {
    expect(kaplanMeier([], 'plain')).toEqual([])
  })

  it('is the part still waiting where nobody was censored', () => {
    fc.assert(
      fc.property(endedWaits, (waits) => {
        for (const { time, survival } of kaplanMeier(waits, 'plain'))
          expect(survival).toBeCloseTo(waits.filter(({ until }) => until > time).length / waits.length, 12)
      }),
    )
  })

  it('never rises, whoever was censored, in whatever order they come', () => {
    fc.assert(
      fc.property(waits, (waits) => {
        const steps = kaplanMeier(waits, 'log-log')
        const survivals = [1, ...steps.map(({ survival }) => survival)]
        for (const [i, survival] of survivals.slice(1).entries()) expect(survival).toBeLessThanOrEqual(survivals[i]!)
        expect(kaplanMeier(waits.toReversed(), 'log-log')).toEqual(steps)
      }),
    )
  })

  it.skipIf(waltons === null)(
    "gives the median life of Walton's flies, 56 days, as the manual of lifelines does",
    () => {
      const rows = readFileSync(waltons ?? '', 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
      const waits = rows.map(([time, event]) => ({ until: Number(time), happened: event === '1' }))
      expect(waits).toHaveLength(163)
      expect(survivalQuantile(kaplanMeier(waits, 'log-log'), 0.5)).toBe(56)
    },
  )
})
