import type { Facts } from '../../analytics/evidence/facts.ts'
import type { MeasureId } from '../../analytics/measures/index.ts'
import type { Where } from '../../analytics/measures/measure.ts'
import { plainAdviserConsistency } from './oracle-advisers.ts'
import { plainCohortProgress, plainTimeToAward } from './oracle-cohorts.ts'
import { plainCriteriaGaps } from './oracle-criteria.ts'
import { plainDistrictFunnel, plainEquityGap } from './oracle-differences.ts'
import { plainGoalAttainment } from './oracle-goals.ts'
import { plainPipeline } from './oracle-pipeline.ts'
import { plainClaimAndEvidence, plainPriorityThemes } from './oracle-priorities.ts'
import { plainProvisionFigures } from './oracle-provision.ts'
import { plainReflectionOutcomes, plainReflectionsDue } from './oracle-reflections.ts'
import { plainSchoolStanding } from './oracle-standing.ts'
import {
  plainAwardLadder,
  plainCoverage,
  plainStrandProfile,
  plainStrandProgress,
  plainTransitionMatrix,
} from './oracle.ts'

/** What a plain reading finds of one measure: its rows and such totals as it works out. */
interface Found {
  readonly rows: readonly object[]
  readonly totals?: object
}

type Plainly = (facts: Facts, asOf: string, where: Where, during?: number) => Found

/** The rows of the strand asked for, or all. */
const ofStrand = (rows: readonly { readonly strand?: unknown }[], { strand }: Where): Found => ({
  rows: rows.filter((row) => strand === undefined || row.strand === strand),
})

/** Every measure, read plainly. */
export const plainly: Readonly<Record<MeasureId, Plainly>> = {
  coverage: (...asked) => ({ rows: plainCoverage(...asked) }),
  'strand-profile': (facts, asOf, where) => ofStrand(plainStrandProfile(facts, asOf, where), where),
  'strand-progress': (facts, asOf, where) => ofStrand(plainStrandProgress(facts, asOf, where), where),
  'transition-matrix': (facts, asOf, where) => plainTransitionMatrix(facts, asOf, where, where.strand ?? ''),
  'cohort-progress': (facts, asOf, where) => ofStrand(plainCohortProgress(facts, asOf, where), where),
  'award-ladder': (facts, asOf, where) => ({ rows: plainAwardLadder(facts, asOf, where) }),
  'time-to-award': (facts, asOf, where) => plainTimeToAward(facts, asOf, where, where.award ?? ''),
  'reflections-due': plainReflectionsDue,
  'reflection-outcomes': plainReflectionOutcomes,
  'goal-attainment': (facts, asOf, where) => ({ rows: plainGoalAttainment(facts, asOf, where) }),
  'criteria-gaps': plainCriteriaGaps,
  'priority-themes': plainPriorityThemes,
  'claim-and-evidence': plainClaimAndEvidence,
  'equity-gap': (facts, asOf, where) => plainEquityGap(facts, asOf, where, where.strand ?? ''),
  'district-funnel': (facts, asOf, where) => plainDistrictFunnel(facts, asOf, where, where.strand ?? ''),
  'adviser-consistency': (facts, asOf, where) => plainAdviserConsistency(facts, asOf, where, where.strand ?? ''),
  'school-standing': plainSchoolStanding,
  pipeline: plainPipeline,
  'provision-figures': plainProvisionFigures,
}
