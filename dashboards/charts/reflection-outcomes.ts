import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { ReflectionOutcomesRow, ReflectionOutcomesTotals } from '../../analytics/measures/reflection-outcomes.ts'
import { countText, figureText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below, type Layout } from './drawing.ts'
import { keyOf } from './key.ts'
import { stacksOf } from './stacks.ts'
import { absent, levelStyles, type Canvas } from './theme.ts'
import { figuresInWords, labelOf, noSchools, sumOf, tooFewToSay } from './wording.ts'

type Answer = Disclosed<ReflectionOutcomesRow, ReflectionOutcomesTotals>
type Row = DisclosedRow<ReflectionOutcomesRow>

const keys = ['notStarted', 'started', 'mostlyAchieved', 'fullyAchieved', 'notAnswered'] as const

/** Light to dark as levels are: these too are an order. */
const styles = {
  notStarted: levelStyles.focusing,
  started: levelStyles.developing,
  mostlyAchieved: levelStyles.establishing,
  fullyAchieved: levelStyles.enhancing,
  notAnswered: absent,
} as const

/** For each month, below its name, each theme's priorities by how far they were achieved as one bar, least first. */
export function reflectionOutcomesChart(answer: Answer): Chart {
  const entries = keys.map((key) => ({ key, label: labelOf(answer, key), style: styles[key] }))
  const months = [...Map.groupBy(answer.rows, ({ month }) => month)].map(([month, rows]) => ({
    title: `After ${figureText(month)} months`,
    stacks: rows.map((row) => ({
      title: row.theme,
      of: titleOf(row),
      parts: entries.map(({ key, label, style }) => ({ label, style, value: row[key] })),
      note: null,
    })),
  }))
  const longest = Math.max(1, ...answer.rows.map(shownIn))
  const description = answer.rows.map((row) => `${titleOf(row)}: ${figuresInWords(answer, row, keys)}.`)
  return chartAs(answer, findingOf(answer), description.join(' ') || 'There are no rows.', (canvas) =>
    months.length === 0
      ? nothingToShow(canvas)
      : below(
          keyOf(canvas, entries),
          ...months.flatMap(({ title, stacks }) => [
            headingOf(canvas, title),
            stacksOf(canvas, longest, false, stacks),
          ]),
        ),
  )
}

const headingOf = ({ text: size }: Canvas, text: string): Layout => ({
  boxes: [],
  words: [{ x: 0, y: size, text, size, bold: true }],
  height: 2 * size + 4,
})

const titleOf = ({ month, theme }: Row): string => `${theme}, after ${figureText(month)} months`

const shownIn = (row: Row): number => keys.reduce((sum, key) => sum + (isMark(row[key]) ? 0 : row[key]), 0)

/** How much was achieved by the first month of which anything is known: no priority is counted twice. */
function findingOf(answer: Answer): string {
  const { rows, population, totals } = answer
  if (population === 0) return noSchools(answer)
  if (totals.reflections === 0) return 'No reflection has been returned yet'
  if (totals.priorities === 0) return 'The reflections returned are of audits without priorities'
  const first = rows.filter(({ month }) => month === rows[0]?.month)
  const achieved = sumOf(first.flatMap(({ mostlyAchieved, fullyAchieved }) => [mostlyAchieved, fullyAchieved]))
  const all = sumOf(first.flatMap((row) => keys.map((key) => row[key])))
  if (rows[0] === undefined || achieved === null || all === null) return tooFewToSay(answer)
  const group = countText(all, 'priority', 'priorities')
  return `After ${figureText(rows[0].month)} months, ${figureText(achieved)} of ${group} mostly or fully achieved`
}
