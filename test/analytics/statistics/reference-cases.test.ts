import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bhapkar } from '../../../analytics/statistics/bhapkar.ts'
import { bowker } from '../../../analytics/statistics/bowker.ts'
import { brunnerMunzel } from '../../../analytics/statistics/brunner-munzel.ts'
import { cliffsDelta } from '../../../analytics/statistics/cliffs-delta.ts'
import { funnelLimits } from '../../../analytics/statistics/funnel-limits.ts'
import { funnelStanding } from '../../../analytics/statistics/funnel-standing.ts'
import { kaplanMeier, type SurvivalStep } from '../../../analytics/statistics/kaplan-meier.ts'
import { logRank, type LogRank } from '../../../analytics/statistics/log-rank.ts'
import { mcnemarExact, type FourCells } from '../../../analytics/statistics/mcnemar-exact.ts'
import { newcombeDifference } from '../../../analytics/statistics/newcombe-difference.ts'
import { quantile, type QuantileType } from '../../../analytics/statistics/quantile.ts'
import type { Wait } from '../../../analytics/statistics/risk-table.ts'
import { somersD } from '../../../analytics/statistics/somers-d.ts'
import { stuartMaxwell } from '../../../analytics/statistics/stuart-maxwell.ts'
import { survivalQuantile } from '../../../analytics/statistics/survival-quantile.ts'
import { wilcoxonSignedRank, type ZeroRule } from '../../../analytics/statistics/wilcoxon-signed-rank.ts'
import { wilson } from '../../../analytics/statistics/wilson.ts'
import { openData } from '../../open-data.ts'
import { frozen } from './frozen.ts'

type Table = readonly (readonly number[])[]
type Numbers = readonly (number | null)[]
type At = Readonly<Record<string, number>>

interface Waits {
  readonly time: readonly number[]
  readonly event: readonly number[]
  readonly entry?: readonly number[]
}

/** What the case gives, what it expects, and how near an answer must be. */
interface Case<Input, Expected> {
  readonly id: string
  readonly input: Input
  readonly expected: Expected
  readonly abs_tol: number
}

const file = openData('stats/reference_cases.json')
const cases: readonly Case<never, never>[] = file === null ? [] : frozen(JSON.parse(readFileSync(file, 'utf8')).cases)
const proved = new Set<string>()

/** How far the farthest answer is from what is expected; without end if one is there and the other is not. */
function apart(
  found: readonly (number | null | undefined)[],
  expected: readonly (number | null | undefined)[],
): number {
  if (found.length !== expected.length) return Infinity
  return Math.max(
    ...found.map((value, i) => {
      const other = expected[i]
      if (typeof value === 'number' && typeof other === 'number') return Math.abs(value - other)
      return value === null && other === null ? 0 : Infinity
    }),
  )
}

const waitsOf = ({ time, event, entry }: Waits): readonly Wait[] =>
  time.map((until, i) => ({ until, happened: event[i] === 1, ...(entry && { from: entry[i]! }) }))

const stepAt = (steps: readonly SurvivalStep[], time: string): SurvivalStep | undefined =>
  steps.findLast((step) => step.time <= Number(time))

/** The case of that name; a case that no test asks for fails the last test. */
function caseOf<Input, Expected>(id: string): Case<Input, Expected> {
  proved.add(id)
  const found = cases.find((each) => each.id === id)
  if (found === undefined) throw new Error(`unknown case: ${id}`)
  return found
}

interface Curve {
  readonly time: Numbers
  readonly n_risk: Numbers
  readonly n_event: Numbers
  readonly surv: Numbers
  readonly se: Numbers
  readonly lower95_log: Numbers
  readonly upper95_log: Numbers
  readonly median: number
}

describe('the published answers', () => {
  for (const id of ['km_aml_maintained', 'km_aml_nonmaintained'])
    it.skipIf(file === null)(`${id}: every step, its interval and the median`, () => {
      const { input, expected, abs_tol } = caseOf<Waits, Curve>(id)
      const steps = kaplanMeier(frozen(waitsOf(input)), 'log')
      const falls = steps.filter(({ happened }) => happened > 0)
      const column = (key: keyof SurvivalStep): Numbers => falls.map((step) => step[key])
      expect(column('time')).toEqual(expected.time)
      expect(column('atRisk')).toEqual(expected.n_risk)
      expect(column('happened')).toEqual(expected.n_event)
      expect(apart(column('survival'), expected.surv)).toBeLessThanOrEqual(abs_tol)
      expect(apart(column('error'), expected.se)).toBeLessThanOrEqual(abs_tol)
      expect(apart(column('lower'), expected.lower95_log)).toBeLessThanOrEqual(abs_tol)
      expect(apart(column('upper'), expected.upper95_log)).toBeLessThanOrEqual(abs_tol)
      expect(apart([survivalQuantile(steps, 0.5)], [expected.median])).toBeLessThanOrEqual(abs_tol)
    })

  it.skipIf(file === null)('km_quantile_convention', () => {
    const { input, expected, abs_tol } = caseOf<
      Waits & { readonly survival_levels: readonly number[] },
      { readonly quantile: Numbers }
    >('km_quantile_convention')
    const steps = kaplanMeier(waitsOf(input), 'log')
    const times = input.survival_levels.map((level) => survivalQuantile(steps, level))
    expect(apart(times, expected.quantile)).toBeLessThanOrEqual(abs_tol)
  })

  it.skipIf(file === null)('km_g3_rit_and_control', () => {
    const { input, expected, abs_tol } = caseOf<
      { readonly rit: Waits; readonly control: Waits },
      Readonly<Record<'rit_at' | 'control_at' | 'control_loglog_lower' | 'control_loglog_upper', At>> & {
        readonly logrank_p: number
      }
    >('km_g3_rit_and_control')
    const [rit, control] = [waitsOf(input.rit), waitsOf(input.control)]
    const [ritSteps, controlSteps] = [kaplanMeier(rit, 'log-log'), kaplanMeier(control, 'log-log')]
    for (const [steps, key, at] of [
      [ritSteps, 'survival', expected.rit_at],
      [controlSteps, 'survival', expected.control_at],
      [controlSteps, 'lower', expected.control_loglog_lower],
      [controlSteps, 'upper', expected.control_loglog_upper],
    ] as const)
      for (const [time, value] of Object.entries(at))
        expect(apart([stepAt(steps, time)?.[key]], [value])).toBeLessThanOrEqual(abs_tol)
    expect(apart([logRank([rit, control]).p], [expected.logrank_p])).toBeLessThanOrEqual(abs_tol)
  })

  it.skipIf(file === null)('km_late_entry', () => {
    const { input, expected } = caseOf<Waits, { readonly surv_at: At }>('km_late_entry')
    const steps = kaplanMeier(frozen(waitsOf(input)), 'log-log')
    // The case asks for 0.01, the digits that lifelines quotes; the fractions are exact.
    for (const [time, survival] of Object.entries(expected.surv_at))
      expect(apart([stepAt(steps, time)?.survival], [survival])).toBeLessThanOrEqual(1e-9)
  })

  it.skipIf(file === null)('logrank_aml', () => {
    const { input, expected, abs_tol } = caseOf<
      { readonly groups: Readonly<Record<string, Waits>> },
      LogRank & { readonly chisq: number }
    >('logrank_aml')
    const test = logRank(frozen(Object.values(input.groups).map(waitsOf)))
    expect(apart([test.statistic], [expected.chisq])).toBeLessThanOrEqual(abs_tol)
    expect(apart([test.p], [expected.p])).toBeLessThanOrEqual(abs_tol)
    expect(apart(test.expected, expected.expected)).toBeLessThanOrEqual(abs_tol)
    expect(test).toMatchObject({ df: expected.df, observed: expected.observed })
  })

  it.skipIf(file === null)('logrank_ties_no_censoring', () => {
    const { input, expected, abs_tol } = caseOf<
      Waits & { readonly group: readonly number[] },
      LogRank & { readonly chisq: number }
    >('logrank_ties_no_censoring')
    const waits = waitsOf(input)
    const test = logRank([1, 0].map((group) => waits.filter((_, i) => input.group[i] === group)))
    expect(apart([test.statistic], [expected.chisq])).toBeLessThanOrEqual(abs_tol)
    expect(apart([test.p], [expected.p])).toBeLessThanOrEqual(abs_tol)
    expect(test.df).toBe(expected.df)
  })

  it.skipIf(file === null)('wilson_statsmodels_clip', () => {
    const { input, expected, abs_tol } = caseOf<
      { readonly k: readonly number[]; readonly n: readonly number[] },
      { readonly ci: Table }
    >('wilson_statsmodels_clip')
    for (const [i, part] of input.k.entries()) {
      const { lower, upper } = wilson(part, input.n[i]!) ?? { lower: null, upper: null }
      expect(apart([lower, upper], expected.ci[i]!)).toBeLessThanOrEqual(abs_tol)
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(upper).toBeLessThanOrEqual(1)
    }
  })

  it.skipIf(file === null)('newcombe_difference_fagerland', () => {
    const { input, expected, abs_tol } = caseOf<
      Readonly<Record<'k1' | 'n1' | 'k2' | 'n2', number>>,
      { readonly ci: Numbers }
    >('newcombe_difference_fagerland')
    const interval = newcombeDifference(input.k1, input.n1, input.k2, input.n2)
    expect(apart([interval?.lower ?? null, interval?.upper ?? null], expected.ci)).toBeLessThanOrEqual(abs_tol)
    // The digits that the note of the case quotes from statsmodels.
    expect(apart([interval?.lower], [0.018921444])).toBeLessThanOrEqual(1e-8)
    expect(apart([interval?.upper], [0.340368687])).toBeLessThanOrEqual(1e-8)
  })

  it.skipIf(file === null)('funnel_proportion_phe', () => {
    const {
      expected: { baseline },
      abs_tol,
    } = caseOf<unknown, { readonly baseline: number }>('funnel_proportion_phe')
    for (const [confidence, z] of [
      [0.95, 1.959963985],
      [0.998, 3.090232306],
    ] as const)
      for (const n of [1, 2, 5, 10, 50, 200, 1000, 50_000]) {
        const reach = z * Math.sqrt((baseline * (1 - baseline)) / n)
        expect(
          apart([funnelLimits(baseline, n, confidence)?.lower], [Math.max(0, baseline - reach)]),
        ).toBeLessThanOrEqual(abs_tol)
        expect(
          apart([funnelLimits(baseline, n, confidence)?.upper], [Math.min(1, baseline + reach)]),
        ).toBeLessThanOrEqual(abs_tol)
        for (const part of new Set([0, Math.floor(n * 0.7), Math.floor(n * 0.8), n])) {
          // The Wilson interval leaves out the centre just where the proportion lies outside the limits.
          const away = part / n - baseline
          const standing = away > reach ? 'above' : away < -reach ? 'below' : 'within'
          expect(funnelStanding(part, n, baseline, confidence)).toBe(standing)
        }
      }
  })

  for (const id of ['marginal_homogeneity_coin_0', 'marginal_homogeneity_coin_1'])
    it.skipIf(file === null)(`${id}: three tests of margins and symmetry`, () => {
      const {
        input: { table },
        expected,
        abs_tol,
      } = caseOf<
        { readonly table: Table },
        Readonly<Record<'stuart_maxwell' | 'df' | 'p' | 'bhapkar' | 'bhapkar_p' | 'bowker' | 'bowker_p', number>>
      >(id)
      const [margins, wald, symmetry] = [stuartMaxwell(table), bhapkar(table), bowker(table)]
      expect(apart([margins.statistic], [expected.stuart_maxwell])).toBeLessThanOrEqual(abs_tol)
      expect(apart([margins.p], [expected.p])).toBeLessThanOrEqual(abs_tol)
      expect(margins.df).toBe(expected.df)
      expect(apart([wald.statistic], [expected.bhapkar])).toBeLessThanOrEqual(abs_tol)
      expect(apart([wald.p], [expected.bhapkar_p])).toBeLessThanOrEqual(abs_tol)
      expect(apart([symmetry.statistic], [expected.bowker])).toBeLessThanOrEqual(abs_tol)
      expect(apart([symmetry.p / expected.bowker_p], [1])).toBeLessThanOrEqual(abs_tol)
    })

  for (const id of ['mcnemar_exact_0', 'mcnemar_exact_1'])
    it.skipIf(file === null)(`${id}: the two-sided p value`, () => {
      const { input, expected, abs_tol } = caseOf<{ readonly table: FourCells }, { readonly p: number }>(id)
      expect(apart([mcnemarExact(input.table)], [expected.p])).toBeLessThanOrEqual(abs_tol)
    })

  it.skipIf(file === null)('wilcoxon_R_paired', () => {
    const { input, expected, abs_tol } = caseOf<
      { readonly x: readonly number[]; readonly y: readonly number[] },
      { readonly statistic_min: number; readonly p_nocorr: number; readonly p_corr: number }
    >('wilcoxon_R_paired')
    const differences = frozen(input.x.map((x, i) => x - input.y[i]!))
    const plain = wilcoxonSignedRank(differences, { zeros: 'wilcox', p: 'normal' })
    expect(Math.min(plain.plus, plain.minus)).toBe(expected.statistic_min)
    expect(apart([plain.p], [expected.p_nocorr])).toBeLessThanOrEqual(abs_tol)
    const corrected = wilcoxonSignedRank(differences, { zeros: 'wilcox', p: 'normal', continuity: true })
    expect(apart([corrected.p], [expected.p_corr])).toBeLessThanOrEqual(abs_tol)
  })

  it.skipIf(file === null)('wilcoxon_ordinal_ties_zeros', () => {
    const { input, expected, abs_tol } = caseOf<
      { readonly differences_freq: At },
      Readonly<Record<ZeroRule, { readonly T: number; readonly p: number }>>
    >('wilcoxon_ordinal_ties_zeros')
    const differences = Object.entries(input.differences_freq).flatMap(([difference, count]) =>
      Array.from({ length: count }, () => Number(difference)),
    )
    for (const zeros of ['pratt', 'zsplit', 'wilcox'] as const) {
      const { plus, minus, p } = wilcoxonSignedRank(frozen(differences), { zeros, p: 'normal' })
      expect(Math.min(plus, minus)).toBe(expected[zeros].T)
      expect(apart([p], [expected[zeros].p])).toBeLessThanOrEqual(abs_tol)
    }
  })

  it.skipIf(file === null)('somersd_hotel_table', () => {
    const { input, expected, abs_tol } = caseOf<{ readonly table: Table }, { readonly d: number; readonly p: number }>(
      'somersd_hotel_table',
    )
    const found = somersD(input.table)
    expect(apart([found?.d], [expected.d])).toBeLessThanOrEqual(abs_tol)
    expect(apart([(found?.p ?? NaN) / expected.p], [1])).toBeLessThanOrEqual(1e-9)
  })

  it.skipIf(file === null)('somersd_SAS_0', () => {
    const {
      input: { x, y },
      expected,
      abs_tol,
    } = caseOf<
      { readonly x: readonly number[]; readonly y: readonly number[] },
      { readonly d: number; readonly p: number }
    >('somersd_SAS_0')
    const values = (of: readonly number[]) => [...new Set(of)].toSorted((a, b) => a - b)
    const table = values(x).map((a) => values(y).map((b) => x.filter((each, i) => each === a && y[i] === b).length))
    expect(apart([somersD(frozen(table))?.d], [expected.d])).toBeLessThanOrEqual(abs_tol)
    expect(apart([somersD(frozen(table))?.p], [expected.p])).toBeLessThanOrEqual(abs_tol)
  })

  it.skipIf(file === null)('cliffs_delta_brunner_munzel', () => {
    const {
      input: { x, y },
      expected,
      abs_tol,
    } = caseOf<
      { readonly x: readonly number[]; readonly y: readonly number[] },
      Readonly<Record<'cliffs_delta_y_over_x' | 'prob_superior_y' | 'bm_statistic' | 'bm_p', number>>
    >('cliffs_delta_brunner_munzel')
    expect(apart([cliffsDelta(x, y)], [expected.cliffs_delta_y_over_x])).toBeLessThanOrEqual(abs_tol)
    const test = brunnerMunzel(x, y)
    expect(apart([test?.superiority], [expected.prob_superior_y])).toBeLessThanOrEqual(abs_tol)
    expect(apart([test?.statistic], [expected.bm_statistic])).toBeLessThanOrEqual(abs_tol)
    expect(apart([test?.p], [expected.bm_p])).toBeLessThanOrEqual(abs_tol)
  })

  it.skipIf(file === null)('quantile_types_1_to_9', () => {
    const { input, expected, abs_tol } = caseOf<{ readonly x: readonly number[]; readonly p: number }, At>(
      'quantile_types_1_to_9',
    )
    for (const type of [1, 2, 3, 4, 5, 6, 7, 8, 9] satisfies readonly QuantileType[]) {
      const [, value] = Object.entries(expected).find(([name]) => name.startsWith(`type${type}_`)) ?? []
      expect(apart([quantile(input.x, input.p, type)], [value])).toBeLessThanOrEqual(abs_tol)
    }
  })

  it.skipIf(file === null)('are all proved', () => {
    expect(cases.map(({ id }) => id).filter((id) => !proved.has(id))).toEqual([])
    expect(cases).toHaveLength(20)
  })
})
