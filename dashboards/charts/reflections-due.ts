import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { ReflectionsDueRow, ReflectionsDueTotals } from '../../analytics/measures/reflections-due.ts'
import { countText, figureText } from '../parts/number.ts'
import { chartAs, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { stacksOf } from './stacks.ts'
import { absent, levelStyles, movementStyles, plain } from './theme.ts'
import { figuresInWords, labelOf, noSchools, sumOf, tooFewToSay } from './wording.ts'

type Answer = Disclosed<ReflectionsDueRow, ReflectionsDueTotals>
type Row = DisclosedRow<ReflectionsDueRow>

/** What became of reflections, by the columns of the measure. */
export const reflectionsDueStyles = {
  returned: plain,
  due: levelStyles.developing,
  overdue: movementStyles.down,
  notDue: absent,
} as const
const asked = ['returned', 'due', 'overdue', 'notDue'] as const
const others = ['withdrawn', 'superseded'] as const

/** Each month's reflections that came back or may yet come as one bar; those no longer asked for in words below. */
export function reflectionsDueChart(answer: Answer): Chart {
  const entries = asked.map((key) => ({ key, label: labelOf(answer, key), style: reflectionsDueStyles[key] }))
  const stacks = answer.rows.map((row) => ({
    title: titleOf(row),
    parts: entries.map(({ key, label, style }) => ({ label, style, value: row[key] })),
    note: noteOf(answer, row),
  }))
  const longest = Math.max(1, ...answer.rows.map(shownIn))
  const description = answer.rows.map(
    (row) => `${titleOf(row)}: ${figuresInWords(answer, row, [...asked, ...others])}.`,
  )
  return chartAs(answer, findingOf(answer), description.join(' '), (canvas) =>
    below(keyOf(canvas, entries), stacksOf(canvas, longest, false, stacks)),
  )
}

const titleOf = ({ month }: Row): string => `After ${figureText(month)} months`

const shownIn = (row: Row): number => asked.reduce((sum, key) => sum + (isMark(row[key]) ? 0 : row[key]), 0)

const noteOf = (answer: Answer, row: Row): string =>
  [...asked.filter((key) => isMark(row[key])), ...others]
    .map((key) => `${labelOf(answer, key)} ${figureText(row[key])}`)
    .join(' · ')

function findingOf(answer: Answer): string {
  const { rows, population, totals } = answer
  if (population === 0) return noSchools(answer)
  if (totals.audits === 0) return 'No school has been audited yet, so no reflection is due'
  const [overdue, due, returned] = (['overdue', 'due', 'returned'] as const).map((key) =>
    sumOf(rows.map((row) => row[key])),
  )
  if (overdue == null || due == null || returned == null) return tooFewToSay(answer)
  const are = overdue === 1 ? 'is' : 'are'
  return `${countText(overdue, 'reflection')} ${are} overdue, ${figureText(due)} due, ${figureText(returned)} returned`
}
