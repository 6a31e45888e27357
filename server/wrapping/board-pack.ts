import { schoolsNamed } from '../../analytics/cohorts/schools-named.ts'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { academicYearOf } from '../../analytics/framework/academic-year.ts'
import { addMonths, type Day } from '../../analytics/framework/day.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { awardLadder } from '../../analytics/measures/award-ladder.ts'
import { coverage } from '../../analytics/measures/coverage.ts'
import type { Asked, Measure } from '../../analytics/measures/measure.ts'
import { reflectionsDue } from '../../analytics/measures/reflections-due.ts'
import { strandProfile } from '../../analytics/measures/strand-profile.ts'
import type { RemarkShown } from '../../dashboards/parts/remarks.ts'
import type { BoardPack } from '../../dashboards/workbooks/board/board-pack.ts'
import { commentsOf } from './commentary.ts'
import { scopeOf } from './county-report.ts'

const monthsOfAQuarter = 3

/**
 * What a board is told of the three months up to a day, and what was remarked since they began, but for remarks that
 * name a school: the pack names none.
 */
export function boardPackOf(
  evidence: Evidence,
  { asOf, where }: Asked,
  producedOn: Day,
  remarks: readonly RemarkShown[] = [],
): BoardPack {
  const since = addMonths(asOf, -monthsOfAQuarter)
  const on = <R extends object, T extends object>(measure: Measure<R, T>, day: Day) =>
    disclose(ask(measure, evidence, { asOf: day, where }), 'hub')
  const between = <R extends object, T extends object>(measure: Measure<R, T>) => ({
    before: on(measure, since),
    now: on(measure, asOf),
  })
  return {
    hub: evidence.hub,
    scope: scopeOf(evidence, where),
    since,
    asOf,
    academicYear: academicYearOf(asOf),
    producedOn,
    coverage: between(coverage),
    profile: between(strandProfile),
    awards: between(awardLadder),
    reflectionsDue: on(reflectionsDue, asOf),
    commentary: commentsOf(remarks, where, since).filter(({ text }) => schoolsNamed(evidence, text).length === 0),
  }
}
