import type { Facts } from '../../analytics/evidence/facts.ts'
import type { Where } from '../../analytics/measures/measure.ts'
import { plainCohortProgress, plainTimeToAward } from './oracle-cohorts.ts'
import { plainGoalAttainment } from './oracle-goals.ts'
import { plainReflectionOutcomes, plainReflectionsDue } from './oracle-reflections.ts'
import {
  plainAwardLadder,
  plainCoverage,
  plainStrandProfile,
  plainStrandProgress,
  plainTransitionMatrix,
} from './oracle.ts'

/** What a plain reading finds of one measure: its rows and such totals as it works out. */
type Plainly = (
  facts: Facts,
  asOf: string,
  where: Where,
) => { readonly rows: readonly object[]; readonly totals?: object }

/** The measures, read plainly. */
export const plainly: Readonly<Record<string, Plainly>> = {
  coverage: (...asked) => ({ rows: plainCoverage(...asked) }),
  'strand-profile': (...asked) => ({ rows: plainStrandProfile(...asked) }),
  'strand-progress': (...asked) => ({ rows: plainStrandProgress(...asked) }),
  'transition-matrix': (facts, asOf, where) => plainTransitionMatrix(facts, asOf, where, where.strand ?? ''),
  'cohort-progress': (...asked) => ({ rows: plainCohortProgress(...asked) }),
  'award-ladder': (...asked) => ({ rows: plainAwardLadder(...asked) }),
  'time-to-award': (facts, asOf, where) => plainTimeToAward(facts, asOf, where, where.award ?? ''),
  'reflections-due': plainReflectionsDue,
  'reflection-outcomes': plainReflectionOutcomes,
  'goal-attainment': (...asked) => ({ rows: plainGoalAttainment(...asked) }),
}
