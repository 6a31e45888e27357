import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import type { ProvisionFiguresRow, ProvisionFiguresTotals } from '../../analytics/measures/provision-figures.ts'
import { countText, figureText, percentText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { stacksOf } from './stacks.ts'
import { absent, plain } from './theme.ts'
import { noSchools, tooFewToSay } from './wording.ts'

type Answer = Disclosed<ProvisionFiguresRow, ProvisionFiguresTotals>
type Row = DisclosedRow<ProvisionFiguresRow>

/**
 * How many of the newest year's forms give each figure, in all, as one bar; beside it what they give, and how
 * much of it is estimated.
 * Bars are of forms: the figures themselves are of different things and are not drawn on one scale.
 */
export function provisionFiguresChart(answer: Answer): Chart {
  const shown = answer.rows.filter(({ year, breakdown }) => year === answer.rows[0]?.year && breakdown === 'All')
  const entries = [
    { label: 'Give the figure', style: plain },
    { label: 'Do not', style: absent },
  ] as const
  const stacks = shown.map((row) => {
    const values = [row.given, row.notGiven]
    return {
      title: titleOf(row),
      parts: entries.map((entry, at) => ({ ...entry, value: values[at] ?? 'x' })),
      note: noteOf(row),
    }
  })
  const longest = Math.max(1, ...shown.map(({ forms }) => (isMark(forms) ? 0 : forms)))
  const description = shown.map(
    (row) => `${titleOf(row)}: given by ${figureText(row.given)} of ${countText(row.forms, 'form')}; ${noteOf(row)}.`,
  )
  return chartAs(answer, findingOf(answer), description.join(' ') || 'There are no data forms.', (canvas) =>
    stacks.length === 0
      ? nothingToShow(canvas)
      : below(keyOf(canvas, entries), stacksOf(canvas, longest, false, stacks)),
  )
}

const titleOf = ({ figure }: Row): string => `${figure.charAt(0).toUpperCase()}${figure.slice(1)}`

const noteOf = ({ total, median, estimatedTotal, estimatedForms, rollSchools, rollTotal, roll }: Row): string => {
  const share = percentOf(rollTotal, roll)
  return [
    total === 'z' ? null : `${median === 'z' ? 'Yes in' : 'Total'} ${figureText(total)}`,
    isMark(share) ? null : `${percentText(share)} of pupils on roll in ${countText(rollSchools, 'school')}`,
    median === 'z' ? null : `median ${figureText(median)}`,
    estimatedTotal === 'z' || estimatedTotal === 0
      ? null
      : `of the total ${figureText(estimatedTotal)} estimated, in ${countText(estimatedForms, 'form')}`,
  ]
    .filter((words) => words !== null)
    .join(' · ')
}

function findingOf(answer: Answer): string {
  const { rows, population, totals } = answer
  const [row] = rows
  if (population === 0) return noSchools(answer)
  if (isMark(totals.forms)) return tooFewToSay(answer)
  if (row === undefined) return 'No data form has been sent yet'
  const year = isMark(row.year) ? figureText(row.year) : academicYearText(row.year)
  return `${figureText(row.forms)} of ${countText(population, 'school')} sent a data form for ${year}`
}
