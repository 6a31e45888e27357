import type { Cohort } from '../cohorts/cohort.ts'
import { everAudited } from '../cohorts/ever-audited.ts'
import { numbersOf } from '../evidence/columns.ts'
import { always, never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { awards, type Award } from '../framework/award.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import type { Figure } from '../framework/mark.ts'
import { survivalSteps } from '../statistics/kaplan-meier.ts'
import type { RiskRow } from '../statistics/risk-table.ts'
import { survivalQuantile } from '../statistics/survival-quantile.ts'
import type { Measure } from './measure.ts'

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
    'There is a median once half the schools have the award.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'audits', 'awards'],
  counted: everAudited,
  find(evidence, cohort, { asOf, where }) {
    const table = riskTableOf(evidence, cohort, asOf, where.award ?? awards[0])
    const steps = survivalSteps(table, 'log-log')
    const rows = steps.map(({ time, atRisk, happened, censored, survival, lower, upper }): TimeToAwardRow => ({
      day: time,
      atRisk,
      events: happened,
      censored,
      survival,
      lower: lower ?? 'z',
      upper: upper ?? 'z',
    }))
    const events = table.reduce((sum, { happened }) => sum + happened, 0)
    const n = cohort.size
    const total = (key: keyof TimeToAwardTotals) => ({ row: 'totals', key }) as const
    const all = (key: keyof TimeToAwardRow) => rows.map((_, row) => ({ row, key }))
    return {
      rows,
      totals: { n, events, censored: n - events, median: survivalQuantile(steps, 0.5) ?? 'x' },
      identities: [
        { whole: total('n'), parts: [total('events'), total('censored')] },
        { whole: total('events'), parts: all('events') },
        { whole: total('censored'), parts: all('censored') },
      ],
    }
  },
}

/**
 * How many schools were at risk, got the award or a higher one, and were censored at each number of days since their
 * first audit. They are counted by day: to sort their waits takes fifty times as long.
 */
function riskTableOf(evidence: Evidence, { schools, size }: Cohort, asOf: Day, wanted: Award): readonly RiskRow[] {
  const day = dayNumber(asOf)
  const [firstOn, awardOn] = [firstAudits(evidence), firstAwards(evidence, wanted)]
  const [closed, openUntil] = [numbersOf(evidence.urns, 'closed'), numbersOf(evidence.urns, 'openUntil')]
  const lastUrns = evidence.starts.urns
  const until = new Int32Array(size)
  let longest = 0
  for (let at = 0; at < size; at++) {
    const school = schools[at]!
    const [got, last] = [awardOn[school]!, lastUrns[school]!]
    // The last day on which a school without the award was observed. A URN closed on an unknown day has none of its own.
    const isClosed = closed[last] === 1 && openUntil[last] !== always && openUntil[last]! < day
    const ended = got <= day ? got : isClosed ? openUntil[last]! : day
    until[at] = Math.max(0, ended - firstOn[school]!)
    if (until[at]! > longest) longest = until[at]!
  }
  const [happened, censored] = [new Uint32Array(longest + 1), new Uint32Array(longest + 1)]
  for (let at = 0; at < size; at++) {
    const counts = awardOn[schools[at]!]! <= day ? happened : censored
    counts[until[at]!]! += 1
  }
  const rows: RiskRow[] = []
  let atRisk = size
  for (let time = 0; time <= longest; time++) {
    const [got, left] = [happened[time]!, censored[time]!]
    if (got + left === 0) continue
    rows.push({ time, atRisk, happened: got, censored: left })
    atRisk -= got + left
  }
  return rows
}

/** The day of each school's first audit, by its row. */
const firstAudits = (evidence: Evidence): Int32Array =>
  kept(evidence, 'first audits', () => {
    const [heldOn, starts] = [numbersOf(evidence.audits, 'heldOn'), evidence.starts.audits]
    return Int32Array.from({ length: evidence.schools.numRows }, (_, school) =>
      starts[school]! < starts[school + 1]! ? heldOn[starts[school]!]! : never,
    )
  })

/** The day of each school's first award that is that one or a higher, by its row. */
const firstAwards = (evidence: Evidence, wanted: Award): Int32Array =>
  kept(evidence, `first awards of ${wanted}`, () => {
    const [award, awardOn] = [numbersOf(evidence.awards, 'award'), numbersOf(evidence.awards, 'awardOn')]
    const [starts, rank] = [evidence.starts.awards, awards.indexOf(wanted)]
    return Int32Array.from({ length: evidence.schools.numRows }, (_, school) => {
      for (let row = starts[school]!; row < starts[school + 1]!; row++) if (award[row]! >= rank) return awardOn[row]!
      return never
    })
  })
