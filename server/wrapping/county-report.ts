import { schoolLines } from '../../analytics/cohorts/school-lines.ts'
import type { Audience } from '../../analytics/disclosure/audience.ts'
import { discloseSchools } from '../../analytics/disclosure/disclose-schools.ts'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { academicYearOf, firstDayOf } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { awardLadder } from '../../analytics/measures/award-ladder.ts'
import { cohortProgress } from '../../analytics/measures/cohort-progress.ts'
import { coverage } from '../../analytics/measures/coverage.ts'
import { goalAttainment } from '../../analytics/measures/goal-attainment.ts'
import type { Asked, Measure } from '../../analytics/measures/measure.ts'
import { reflectionOutcomes } from '../../analytics/measures/reflection-outcomes.ts'
import { reflectionsDue } from '../../analytics/measures/reflections-due.ts'
import { strandProfile } from '../../analytics/measures/strand-profile.ts'
import { strandProgress } from '../../analytics/measures/strand-progress.ts'
import { timeToAward } from '../../analytics/measures/time-to-award.ts'
import { transitionMatrix } from '../../analytics/measures/transition-matrix.ts'
import type { RemarkShown } from '../../dashboards/parts/remarks.ts'
import { likeOf } from '../../dashboards/parts/scope.ts'
import type { CountyReport } from '../../dashboards/workbooks/county/report.ts'
import { commentsOf } from './commentary.ts'

/** What a county report says to an audience about what is asked, with what was remarked for it. Only the hub’s own names schools. */
export function countyReportOf(
  evidence: Evidence,
  asked: Asked,
  audience: Audience,
  { producedOn, remarks = [] }: { readonly producedOn: Day; readonly remarks?: readonly RemarkShown[] | undefined },
): CountyReport {
  const academicYear = academicYearOf(asked.asOf)
  const told = <R extends object, T extends object>(measure: Measure<R, T>, where = asked.where) =>
    disclose(ask(measure, evidence, { ...asked, where }), audience)
  return {
    hub: evidence.hub,
    scope: scopeOf(evidence, asked.where),
    asOf: asked.asOf,
    academicYear,
    producedOn,
    contact: null,
    coverage: told(coverage),
    profile: told(strandProfile),
    progress: told(strandProgress),
    matrices: strands.map((strand) => told(transitionMatrix, { ...asked.where, strand })),
    awards: told(awardLadder),
    cohorts: audience === 'hub' ? told(cohortProgress) : null,
    timeToBronze: audience === 'hub' ? told(timeToAward, { ...asked.where, award: 'Bronze' }) : null,
    reflectionsDue: audience === 'hub' ? told(reflectionsDue) : null,
    outcomes: audience === 'hub' ? told(reflectionOutcomes) : null,
    goals: audience === 'hub' ? told(goalAttainment) : null,
    commentary: commentsOf(remarks, asked.where, firstDayOf(academicYear)),
    councils: evidence.councilNames,
    schools: audience === 'hub' ? discloseSchools(schoolLines(evidence, asked.asOf, asked.where), audience) : null,
  }
}

/** The part of the hub's area that is asked about, in words. */
export function scopeOf({ councilNames }: Evidence, where: Asked['where']): string {
  const { council, district, phase } = where
  const places = [
    council === undefined ? null : (councilNames.get(council) ?? council),
    district ?? null,
    phase ?? null,
    ...likeOf(where),
  ]
  return places.filter((place) => place !== null).join(', ') || 'Whole hub area'
}
