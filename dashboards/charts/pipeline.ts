import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { PipelineRow, PipelineTotals } from '../../analytics/measures/pipeline.ts'
import { countText, figureText } from '../parts/number.ts'
import { chartAs, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { stacksOf } from './stacks.ts'
import { levelStyles, movementStyles } from './theme.ts'
import { figuresInWords, labelOf, noSchools, tooFewToSay } from './wording.ts'

type Answer = Disclosed<PipelineRow, PipelineTotals>

const keys = ['reflections', 'visits', 'awards', 'reAudits'] as const
const styles = {
  reflections: levelStyles.developing,
  visits: movementStyles.down,
  awards: levelStyles.focusing,
  reAudits: levelStyles.enhancing,
} as const

/** What is overdue, due now and due in each month to come, as one bar of reflections, visits, awards and audits. */
export function pipelineChart(answer: Answer): Chart {
  const entries = keys.map((key) => ({ key, label: labelOf(answer, key), style: styles[key] }))
  const shown = answer.rows.filter(({ when }) => when !== 'Later')
  const stacks = shown.map((row) => ({
    title: row.when,
    parts: entries.map(({ key, label, style }) => ({ label, style, value: row[key] })),
    note: noteOf(answer, row),
  }))
  const longest = Math.max(1, ...shown.map((row) => keys.reduce((sum, key) => sum + numberIn(row[key]), 0)))
  const description = shown.map((row) => `${row.when}: ${figuresInWords(answer, row, keys)}.`)
  return chartAs(answer, findingOf(answer), description.join(' '), (canvas) =>
    below(keyOf(canvas, entries), stacksOf(canvas, longest, false, stacks)),
  )
}

/** The figures in words, for many a part is too thin to say its own. */
const noteOf = (answer: Answer, row: DisclosedRow<PipelineRow>): string =>
  keys
    .filter((key) => row[key] !== 0)
    .map((key) => `${labelOf(answer, key)} ${figureText(row[key])}`)
    .join(' · ') || 'Nothing'

const numberIn = (figure: number | string): number => (typeof figure === 'number' ? figure : 0)

function findingOf(answer: Answer): string {
  const { rows, population } = answer
  const [overdue] = rows
  if (overdue === undefined || population === 0) return noSchools(answer)
  const { reflections, reAudits } = overdue
  if (isMark(reflections) || isMark(reAudits)) return tooFewToSay(answer)
  return `${countText(reflections, 'reflection')} and ${countText(reAudits, 'audit')} overdue, ${countText(overdue.awards, 'award')} lapsed`
}
