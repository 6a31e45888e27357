import { everAudited } from '../cohorts/ever-audited.ts'
import { awards } from '../framework/award.ts'
import type { Figure } from '../framework/mark.ts'
import { survivalCurve } from '../statistics/kaplan-meier.ts'
import { curveQuantile } from '../statistics/survival-quantile.ts'
import { cellsOf } from './cells.ts'
import type { Measure } from './measure.ts'
import { waitsFor } from './waits.ts'

export interface TimeToAwardRow {
  readonly day: number
  readonly atRisk: number
  readonly events: number
  readonly censored: number
  readonly survival: number
  /** `z` while nobody has the award, and once everybody has: the interval says nothing there. */
  readonly lower: Figure
  readonly upper: Figure
}

export interface TimeToAwardTotals {
  readonly n: number
  readonly events: number
  readonly censored: number
  /** `x` while more than half are without the award. */
  readonly median: Figure
}

/**
 * How long schools wait from their first audit for an award or a higher one: the Kaplan-Meier share still without it,
 * a row for each number of days at which some school got it or ceased to be observed. An award on or before the day of
 * the first audit is day 0. A school without it is observed up to the as-of day or, where it
 * closed and leads nowhere, to its last day; an award recorded after that day counts as got. Of those at risk at a day
 * are those censored on it.
 *
 * Counted are all state-funded schools of the area ever audited, also those closed since: not the population.
 *
 * Source: the standard sheets, section 3, time-to-award; Kaplan and Meier (1958), with Greenwood's variance and the
 * log-log interval, as in `statistics/kaplan-meier`.
 */
export const timeToAward: Measure<TimeToAwardRow, TimeToAwardTotals> = {
  id: 'time-to-award',
  title: 'Time to award',
  question: 'How long do schools wait from their first audit for this award?',
  needs: ['award'],
  takes: ['award'],
  columns: [
    { key: 'day', label: 'Day', unit: 'days', note: 'days since the first audit' },
    {
      key: 'atRisk',
      label: 'At risk',
      unit: 'schools',
      note: 'observed up to this day or longer, and without the award',
      joint: true,
    },
    { key: 'events', label: 'Awarded', unit: 'schools', note: 'got the award or a higher one on this day' },
    {
      key: 'censored',
      label: 'Censored',
      unit: 'schools',
      note: 'observed no longer than this day, without the award',
    },
    { key: 'survival', label: 'Still without', unit: 'share', note: 'the Kaplan-Meier share, this day included' },
    { key: 'lower', label: 'Lower limit', unit: 'share', note: 'of the 95% interval of the share still without' },
    { key: 'upper', label: 'Upper limit', unit: 'share', note: 'of the 95% interval of the share still without' },
  ],
  totalColumns: [
    { key: 'n', label: 'Schools ever audited', unit: 'schools', note: 'also those closed since' },
    { key: 'events', label: 'Awarded in all', unit: 'schools' },
    { key: 'censored', label: 'Without the award in all', unit: 'schools' },
    { key: 'median', label: 'Median wait', unit: 'days', note: 'days until half the schools have the award' },
  ],
  notes: [
    'Counts all state-funded schools of the area ever audited, also those closed since, so it is not of the population.',
    'The award or a higher one counts; one given on or before the day of the first audit is day 0.',
    'Schools without it are observed up to the as-of day, or up to the day they closed where no school followed them.',
    'Intervals are 95% confidence intervals from the variance of Greenwood on the log-log scale; there is none where the share is 0 or 1.',
    'There is a median once half the schools have the award; where for some days exactly half have it, it is the middle of those days.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'audits', 'awards'],
  counted: everAudited,
  find(evidence, cohort, { asOf, where }) {
    const waits = waitsFor(evidence, cohort, asOf, where.award ?? awards[0])
    const { survival, lower, upper } = survivalCurve(waits, 'log-log')
    const rows: TimeToAwardRow[] = []
    // Thousands of rows: as long as it will be from the start, for growing took a quarter of the time of making them.
    rows.length = survival.length
    let events = 0
    for (let at = 0; at < survival.length; at++) {
      rows[at] = {
        day: waits.time[at]!,
        atRisk: waits.atRisk[at]!,
        events: waits.happened[at]!,
        censored: waits.censored[at]!,
        survival: survival[at]!,
        lower: limitOf(lower[at]!),
        upper: limitOf(upper[at]!),
      }
      events += waits.happened[at]!
    }
    const n = cohort.size
    const total = (key: keyof TimeToAwardTotals) => ({ row: 'totals', key }) as const
    return {
      rows,
      totals: { n, events, censored: n - events, median: curveQuantile(waits.time, survival, 0.5) ?? 'x' },
      identities: [
        { whole: total('n'), parts: [total('events'), total('censored')] },
        { whole: total('events'), parts: cellsOf('events', rows.length) },
        { whole: total('censored'), parts: cellsOf('censored', rows.length) },
      ],
    }
  },
}

const limitOf = (limit: number): Figure => (Number.isNaN(limit) ? 'z' : limit)
