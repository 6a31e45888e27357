import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { adviserConsistencyChart } from './adviser-consistency.ts'
import { awardLadderChart } from './award-ladder.ts'
import type { Chart } from './chart.ts'
import { claimAndEvidenceChart } from './claim-and-evidence.ts'
import { cohortProgressChart } from './cohort-progress.ts'
import { coverageChart } from './coverage.ts'
import { criteriaGapsChart } from './criteria-gaps.ts'
import { districtFunnelChart } from './district-funnel.ts'
import { equityGapChart } from './equity-gap.ts'
import { goalAttainmentChart } from './goal-attainment.ts'
import { pipelineChart } from './pipeline.ts'
import { priorityThemesChart } from './priority-themes.ts'
import { provisionFiguresChart } from './provision-figures.ts'
import { reflectionOutcomesChart } from './reflection-outcomes.ts'
import { reflectionsDueChart } from './reflections-due.ts'
import { schoolStandingChart } from './school-standing.ts'
import { strandProfileChart } from './strand-profile.ts'
import { strandProgressChart } from './strand-progress.ts'
import { timeToAwardChart } from './time-to-award.ts'
import { transitionMatrixChart } from './transition-matrix.ts'

/** Every measure's chart, by the measure's name. */
export const charts = {
  coverage: coverageChart,
  'strand-profile': strandProfileChart,
  'strand-progress': strandProgressChart,
  'transition-matrix': transitionMatrixChart,
  'cohort-progress': cohortProgressChart,
  'award-ladder': awardLadderChart,
  'time-to-award': timeToAwardChart,
  'reflections-due': reflectionsDueChart,
  'reflection-outcomes': reflectionOutcomesChart,
  'claim-and-evidence': claimAndEvidenceChart,
  'goal-attainment': goalAttainmentChart,
  pipeline: pipelineChart,
  'criteria-gaps': criteriaGapsChart,
  'priority-themes': priorityThemesChart,
  'equity-gap': equityGapChart,
  'district-funnel': districtFunnelChart,
  'school-standing': schoolStandingChart,
  'provision-figures': provisionFiguresChart,
  'adviser-consistency': adviserConsistencyChart,
} as const

/** The chart of a disclosed answer, whatever its measure. */
export function chartOf(answer: Disclosed<object, object>): Chart {
  const drawn: Readonly<Record<string, (answer: never) => Chart>> = charts
  const draw = drawn[answer.measure]
  if (draw === undefined) throw new RangeError(`no chart for measure: ${answer.measure}`)
  return draw(answer as never)
}
