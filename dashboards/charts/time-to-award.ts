import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import type { TimeToAwardRow, TimeToAwardTotals } from '../../analytics/measures/time-to-award.ts'
import { countText, figureText } from '../parts/number.ts'
import { valueText } from '../parts/value.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below, type Layout, type Words } from './drawing.ts'
import { keyOf } from './key.ts'
import { palePaint, plain, quietInk, track, type Canvas } from './theme.ts'
import { noSchools, tooFewToSay } from './wording.ts'

type Answer = Disclosed<TimeToAwardRow, TimeToAwardTotals>

/** One step of the curve: from this day on, this share is still without the award. */
interface Step {
  readonly day: number
  readonly atRisk: number
  readonly survival: number
  readonly lower: number
  readonly upper: number
}

/** The share still without the award as it falls by the day, its interval, and below it how many are at risk. */
export function timeToAwardChart(answer: Answer): Chart {
  const steps = answer.rows.map(stepOf)
  const { n, events, censored, median } = answer.totals
  const falls = steps.filter(({ survival }, at) => survival < (steps[at - 1]?.survival ?? 1))
  const description = [
    `Of ${countText(n, 'school')} ever audited, ${figureText(events)} got ${wantedBy(answer)} and ${figureText(censored)} are without.`,
    isMark(median) ? 'There is no median wait.' : `The median wait is ${countText(median, 'day')}.`,
    ...falls
      .slice(0, 12)
      .map(({ day, survival }) => `Day ${figureText(day)}: ${valueText('share', survival)} without.`),
  ].join(' ')
  return chartAs(answer, findingOf(answer), description, (canvas) =>
    steps.length === 0 ? nothingToShow(canvas) : below(meanings(canvas), curveOf(canvas, steps)),
  )
}

const numberIn = (figure: Figure, otherwise: number): number => (isMark(figure) ? otherwise : figure)

function stepOf(row: DisclosedRow<TimeToAwardRow>): Step {
  const survival = numberIn(row.survival, 1)
  return {
    day: numberIn(row.day, 0),
    atRisk: numberIn(row.atRisk, 0),
    survival,
    lower: numberIn(row.lower, survival),
    upper: numberIn(row.upper, survival),
  }
}

const wantedBy = ({ where }: Answer): string =>
  where.award === undefined ? 'the award' : where.award === 'Gold' ? 'Gold' : `${where.award} or higher`

const intervalStyle = { ...track, fill: palePaint.up }

const meanings = (canvas: Canvas): Layout =>
  keyOf(canvas, [
    { label: 'Still without the award', style: plain },
    { label: '95% confidence interval', style: intervalStyle },
  ])

/** Where a picture may have a mark on its line of time, in months, and how the steps between are chosen. */
const monthSteps = [1, 3, 6, 12, 24, 60]
const daysAMonth = 365.25 / 12

const monthText = (months: number): string => {
  if (months === 0) return '0'
  if (months % 12 !== 0) return `${months} mo.`
  return months === 12 ? '1 year' : `${months / 12} years`
}

function ticksOf(last: number, most: number): readonly number[] {
  const step = monthSteps.find((months) => last / (months * daysAMonth) < most) ?? 120
  return Array.from({ length: Math.floor(last / (step * daysAMonth)) + 1 }, (_, at) => at * step)
}

function curveOf(canvas: Canvas, steps: readonly Step[]): Layout {
  const { small, width } = canvas
  const [left, right, top, high] = [46, width - 22, 10, canvas.name === 'wide' ? 240 : 180]
  const last = Math.max(1, steps.at(-1)?.day ?? 1)
  const x = (day: number): number => left + (day / last) * (right - left)
  const y = (share: number): number => top + (1 - share) * high
  const ticks = ticksOf(last, canvas.name === 'wide' ? 8 : 4)
  const line = small + 8
  const label = (at: number, text: string, below: number): Words => ({
    x: x(at * daysAMonth),
    y: top + high + below,
    text,
    size: small,
    anchor: 'middle',
  })
  const shareText = (day: number): string =>
    valueText('share', steps.findLast((step) => step.day <= day)?.survival ?? 1)
  const atRiskAt = (day: number): number => steps.find((step) => step.day >= day)?.atRisk ?? 0
  return {
    boxes: [
      ...[0, 0.25, 0.5, 0.75, 1].map((share) => ({
        x1: left,
        x2: right,
        y1: y(share) - 0.5,
        y2: y(share) + 0.5,
        style: { ...track, fill: share === 0 ? quietInk : '#D9D9D9' },
      })),
      // Nothing is to be seen of them: they are where the curve can be read, by pointer and by key.
      ...ticks.map((months) => ({
        x1: x(months * daysAMonth) - 6,
        x2: x(months * daysAMonth) + 6,
        y1: top,
        y2: top + high,
        style: { ...track, fill: 'transparent' },
        says: `After ${months === 0 ? '0 days' : monthText(months)}: ${shareText(months * daysAMonth)} still without, ${figureText(atRiskAt(months * daysAMonth))} at risk`,
      })),
    ],
    curves: [
      {
        points: [
          ...corners(steps, ({ upper }) => upper, x, y),
          ...corners(steps, ({ lower }) => lower, x, y).toReversed(),
        ],
        fill: palePaint.up,
      },
      { points: corners(steps, ({ survival }) => survival, x, y), stroke: plain.fill },
    ],
    words: [
      ...[0, 0.5, 1].map((share): Words => ({
        x: left - 8,
        y: y(share),
        text: `${share * 100}%`,
        size: small,
        anchor: 'end',
      })),
      ...ticks.map((months) => label(months, monthText(months), line * 0.8)),
      {
        x: 0,
        y: top + high + line * 1.8,
        text: 'Since the first audit. Schools at risk:',
        size: small,
        fill: quietInk,
      },
      ...ticks.map((months) => label(months, figureText(atRiskAt(months * daysAMonth)), line * 2.8)),
    ],
    height: top + high + line * 3.4,
  }
}

/** The corners of a step curve from day 0, no more than one a pixel. */
function corners(
  steps: readonly Step[],
  of: (step: Step) => number,
  x: (day: number) => number,
  y: (share: number) => number,
): readonly (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [[x(0), y(1)]]
  for (const step of steps) {
    const [before, after] = [points.at(-1)?.[1] ?? y(1), y(of(step))]
    const at = Math.round(x(step.day))
    if (step === steps.at(-1) || Math.abs(before - after) >= 0.5) points.push([at, before], [at, after])
  }
  return points
}

function findingOf(answer: Answer): string {
  const { events, median, n } = answer.totals
  if (answer.population === 0) return noSchools(answer)
  if (isMark(n) || isMark(events)) return tooFewToSay(answer)
  if (n === 0) return 'No school has been audited yet'
  if (events === 0) return `None of ${countText(n, 'school')} ever audited has ${wantedBy(answer)} yet`
  return isMark(median)
    ? `${figureText(events)} of ${countText(n, 'school')} ever audited reached ${wantedBy(answer)}`
    : `Half of schools reach ${wantedBy(answer)} within ${countText(median, 'day')}`
}
