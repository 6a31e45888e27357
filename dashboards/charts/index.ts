import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { awardLadderChart } from './award-ladder.ts'
import type { Chart } from './chart.ts'
import { coverageChart } from './coverage.ts'
import { strandProfileChart } from './strand-profile.ts'
import { strandProgressChart } from './strand-progress.ts'
import { transitionMatrixChart } from './transition-matrix.ts'

/** Every measure's chart, by the measure's name. */
export const charts = {
  coverage: coverageChart,
  'strand-profile': strandProfileChart,
  'strand-progress': strandProgressChart,
  'transition-matrix': transitionMatrixChart,
  'award-ladder': awardLadderChart,
} as const

/** The chart of a disclosed answer, whatever its measure. */
export function chartOf(answer: Disclosed<object, object>): Chart {
  const drawn: Readonly<Record<string, (answer: never) => Chart>> = charts
  const draw = drawn[answer.measure]
  if (draw === undefined) throw new RangeError(`no chart for measure: ${answer.measure}`)
  return draw(answer as never)
}
