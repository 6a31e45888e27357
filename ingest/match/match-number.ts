import type { Day } from '../../analytics/framework/day.ts'
import { problemOf } from '../problem.ts'
import { isSchoolOpen, recordedUrn, type Match, type Matching } from './matching.ts'
import type { Naming } from './naming.ts'
import type { School, Schools } from './schools.ts'

/** The number that a row names its school by, under its heading, and the URNs that have it. */
export interface NumberGiven {
  readonly column: 'URN' | 'LAESTAB' | 'UKPRN'
  readonly found: string
  readonly holders: readonly School[]
}

/** The URN of a row, else its LAESTAB, else its UKPRN; null where all are blank. */
export function numberOf({ urn, laestab, ukprn }: Naming, schools: Schools): NumberGiven | null {
  if (urn != null) {
    const holder = schools.byUrn.get(urn)
    return { column: 'URN', found: String(urn), holders: holder === undefined ? [] : [holder] }
  }
  if (laestab != null) return { column: 'LAESTAB', found: laestab, holders: schools.byLaestab.get(laestab) ?? [] }
  if (ukprn != null) return { column: 'UKPRN', found: ukprn, holders: schools.byUkprn.get(ukprn) ?? [] }
  return null
}

/** The school of a number: the only one that has had it, else the only one of those that is open that day. */
export function matchNumber({ column, found, holders }: NumberGiven, day: Day | null, matching: Matching): Match {
  const { schools } = matching
  const all = new Set(holders.map(({ urn }) => schools.schoolOf(urn)))
  const open = [...all].filter((school) => day !== null && isSchoolOpen(school, day, matching))
  const [school] = all.size === 1 ? all : open
  if (school !== undefined && (all.size === 1 || open.length === 1)) {
    const [holder] = holders
    return { urn: column === 'URN' && holder ? holder.urn : recordedUrn(school, day, matching), notes: [] }
  }
  if (holders.length === 0) return { problem: problemOf('unknown-school', found, { column }), candidates: [] }
  return {
    problem: problemOf('doubtful-school', found, { column }),
    candidates: holders.map(({ urn, name }) => ({ urn, name, why: `has had this ${column}` })),
  }
}
