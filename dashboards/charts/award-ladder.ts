import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { AwardLadderRow } from '../../analytics/measures/award-ladder.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { countText, figureText, percentText } from '../parts/number.ts'
import { barsOf } from './bars.ts'
import { chartAs, type Chart } from './chart.ts'
import { plain, type Style } from './theme.ts'
import { figuresInWords, labelOf, noSchools, sumOf, tooFewToSay } from './wording.ts'

type Answer = Disclosed<AwardLadderRow, NoTotals>

const held: Style = plain
const notHeld: Style = { fill: '#BFBFBF', ink: '#0B0C0C', outline: '#0B0C0C' }

const steps = {
  gold: held,
  silver: held,
  bronze: held,
  workingTowardsBronze: held,
  lapsed: notHeld,
  none: notHeld,
} as const

const keys = ['gold', 'silver', 'bronze', 'workingTowardsBronze', 'lapsed', 'none'] as const

/** The steps of the ladder, highest first, and below them the schools that stand on none, in grey. */
export function awardLadderChart(answer: Answer): Chart {
  const { population } = answer
  const [row] = answer.rows
  const bars = keys.map((key) => {
    const value = row?.[key] ?? 'x'
    const text = `${figureText(value)} (${percentText(percentOf(value, population))})`
    return { label: labelOf(answer, key), value, style: steps[key], text: isMark(value) ? figureText(value) : text }
  })
  const figures = answer.rows.map((row) => figuresInWords(answer, row, keys))
  const description = `Of ${figureText(population)} schools: ${figures.join()}.`
  return chartAs(answer, findingOf(answer), description, (canvas) => barsOf(canvas, population, bars))
}

function findingOf(answer: Answer): string {
  const { population } = answer
  const [row] = answer.rows
  if (row === undefined || population === 0) return noSchools(answer)
  const holding = sumOf([row.bronze, row.silver, row.gold])
  if (holding === null) return tooFewToSay(answer)
  const share = `${holding === 0 ? 'None' : figureText(holding)} of ${countText(population, 'school')}`
  return `${share} ${holding > 1 ? 'hold' : 'holds'} Bronze, Silver or Gold`
}
