import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { PriorityThemesRow, PriorityThemesTotals } from '../../analytics/measures/priority-themes.ts'
import { countText, figureText, percentText } from '../parts/number.ts'
import { barsOf } from './bars.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { absent, plain } from './theme.ts'
import { noSchools, tooFewToSay } from './wording.ts'

type Answer = Disclosed<PriorityThemesRow, PriorityThemesTotals>

/** A bar for each theme, as long as the schools that have a priority in it, most first; what is unsorted comes last. */
export function priorityThemesChart(answer: Answer): Chart {
  const { rows, totals } = answer
  const whole = isMark(totals.withPriorities) ? 0 : totals.withPriorities
  const bars = inOrder(answer).map(({ theme, schools, schoolPercent }) => ({
    label: theme,
    value: schools,
    text: `${figureText(schools)} (${percentText(schoolPercent)})`,
    style: theme === 'Unsorted' ? absent : plain,
  }))
  const description = rows.map(
    ({ theme, priorities, schools }) =>
      `${theme}: ${countText(priorities, 'priority', 'priorities')} of ${countText(schools, 'school')}.`,
  )
  return chartAs(answer, findingOf(answer), description.join(' ') || 'There are no priorities.', (canvas) =>
    bars.length === 0 ? nothingToShow(canvas) : barsOf(canvas, whole, bars),
  )
}

const inOrder = ({ rows }: Answer): Answer['rows'] =>
  rows.toSorted(
    (a, b) => Number(a.theme === 'Unsorted') - Number(b.theme === 'Unsorted') || Number(b.schools) - Number(a.schools),
  )

function findingOf(answer: Answer): string {
  const { population, totals } = answer
  const [most, next] = inOrder(answer)
  if (population === 0) return noSchools(answer)
  if (isMark(totals.withPriorities)) return tooFewToSay(answer)
  if (most === undefined) return 'No latest audit has priorities'
  if (most.theme === 'Unsorted') return 'No priority could be sorted into a theme'
  const name = most.schools === next?.schools && next.theme !== 'Unsorted' ? 'The commonest themes' : most.theme
  return `${name}: a priority of ${figureText(most.schools)} of ${countText(totals.withPriorities, 'school')} with priorities`
}
