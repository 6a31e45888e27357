import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { MeasureId } from '../../analytics/measures/index.ts'
import { html } from '../parts/html.ts'
import type { Chart } from './chart.ts'

/** Every measure's chart, by the measure's name. */
export const charts: Readonly<Record<MeasureId, (answer: never) => Chart>> = {
  coverage: nothingYet,
  'strand-profile': nothingYet,
  'strand-progress': nothingYet,
  'transition-matrix': nothingYet,
  'award-ladder': nothingYet,
}

function nothingYet(): Chart {
  return { finding: '', description: '', svg: html``, narrow: html`` }
}

/** The chart of a disclosed answer, whatever its measure. */
export function chartOf(answer: Disclosed<object, object>): Chart {
  const draw = charts[answer.measure as MeasureId]
  return draw(answer as never)
}
