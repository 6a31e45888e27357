import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { academicYearOf } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { returnFigures } from '../../analytics/returns/figures.ts'
import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import type { ReturnReport } from '../../dashboards/workbooks/arts-council-return.ts'

/** What a return for the academic year of a day would say, before anybody has written in it, approved or frozen it. */
export function returnDraftOf(evidence: Evidence, asOf: Day, producedOn: Day, profile: ReturnProfile): ReturnReport {
  const year = academicYearOf(asOf)
  return {
    hub: evidence.hub,
    profile,
    year,
    issue: 1,
    reason: '',
    dataVersion: evidence.dataVersion,
    extractOn: evidence.extractOn,
    approvedOn: null,
    producedOn,
    figures: returnFigures(profile, evidence, year),
    before: null,
    texts: new Map(),
    commentary: [],
    councils: evidence.councilNames,
  }
}
