import type { MeasureId } from '../../../analytics/measures/index.ts'
import { adviserConsistency } from './adviser-consistency.ts'
import { awardLadder } from './award-ladder.ts'
import { claimAndEvidence } from './claim-and-evidence.ts'
import { cohortProgress } from './cohort-progress.ts'
import { coverage } from './coverage.ts'
import { criteriaGaps } from './criteria-gaps.ts'
import { districtFunnel } from './district-funnel.ts'
import { equityGap } from './equity-gap.ts'
import { goalAttainment } from './goal-attainment.ts'
import { pipeline } from './pipeline.ts'
import { priorityThemes } from './priority-themes.ts'
import { provisionFigures } from './provision-figures.ts'
import { reflectionOutcomes } from './reflection-outcomes.ts'
import { reflectionsDue } from './reflections-due.ts'
import { schoolStanding } from './school-standing.ts'
import type { Statement } from './statement.ts'
import { strandProfile } from './strand-profile.ts'
import { strandProgress } from './strand-progress.ts'
import { timeToAward } from './time-to-award.ts'
import { transitionMatrix } from './transition-matrix.ts'

/** Every measure, as it is asked in SQL. */
export const statements: Readonly<Record<MeasureId, Statement>> = {
  coverage,
  'strand-profile': strandProfile,
  'strand-progress': strandProgress,
  'transition-matrix': transitionMatrix,
  'cohort-progress': cohortProgress,
  'award-ladder': awardLadder,
  'time-to-award': timeToAward,
  'reflections-due': reflectionsDue,
  'reflection-outcomes': reflectionOutcomes,
  'claim-and-evidence': claimAndEvidence,
  'goal-attainment': goalAttainment,
  pipeline,
  'criteria-gaps': criteriaGaps,
  'priority-themes': priorityThemes,
  'equity-gap': equityGap,
  'district-funnel': districtFunnel,
  'school-standing': schoolStanding,
  'provision-figures': provisionFigures,
  'adviser-consistency': adviserConsistency,
}
