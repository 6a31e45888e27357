import type { Day } from '../../analytics/framework/day.ts'
import { problemOf, type Problem } from '../problem.ts'
import { isOpenOn, type School, type Schools } from './schools.ts'

/** A school that a doubtful row may mean, and why. */
export interface Candidate {
  readonly urn: number
  readonly name: string
  readonly why: string
}

/** How a row names its school; undefined where the file has no such column, null where the cell is blank. */
export interface Naming {
  readonly urn: number | null | undefined
  readonly laestab: string | null | undefined
  readonly ukprn: string | null | undefined
  readonly school: string | null | undefined
}

/** Audits by URN and day, each as `meetingKey` writes it. */
export type Meetings = ReadonlySet<string>

export const meetingKey = (urn: number, heldOn: Day): string => `${urn} ${heldOn}`

/** The URN a row is recorded under, or why none is. */
export type Match = { readonly urn: number } | { readonly problem: Problem; readonly candidates: readonly Candidate[] }

const unknown = (column: string, found: string): Match => ({
  problem: problemOf('unknown-school', found, { column }),
  candidates: [],
})

/**
 * The URN under which a meeting of a school is recorded: one with an audit known that day, else one open that day,
 * else one that had opened by then; of several always the last in the chain. `urns` are last first.
 */
function recordedUrn(urns: readonly number[], heldOn: Day | null, meetings: Meetings, schools: Schools): number {
  const [last = 0] = urns
  if (heldOn === null) return last
  const known = urns.find((urn) => meetings.has(meetingKey(urn, heldOn)))
  if (known !== undefined) return known
  const holders = urns.flatMap((urn) => schools.byUrn.get(urn) ?? [])
  const open = holders.find((school) => isOpenOn(school, heldOn))
  const opened = holders.find(({ openOn }) => openOn === null || openOn <= heldOn)
  return open?.urn ?? opened?.urn ?? urns.at(-1) ?? last
}

function matchNumber(
  column: string,
  found: string,
  holders: readonly School[],
  heldOn: Day | null,
  meetings: Meetings,
  schools: Schools,
): Match {
  const chains = new Map(holders.map(({ urn }) => [schools.urnsOf(urn)[0], schools.urnsOf(urn)]))
  const open = heldOn === null ? [] : holders.filter((school) => isOpenOn(school, heldOn))
  const openChains = new Map(open.map(({ urn }) => [schools.urnsOf(urn)[0], schools.urnsOf(urn)]))
  const [only] = chains.size === 1 ? chains.values() : openChains.values()
  if (only !== undefined && (chains.size === 1 || openChains.size === 1))
    return { urn: recordedUrn(only, heldOn, meetings, schools) }
  if (holders.length === 0) return unknown(column, found)
  return {
    problem: problemOf('doubtful-school', found, { column }),
    candidates: holders.map(({ urn, name }) => ({ urn, name, why: `has had this ${column}` })),
  }
}

/** The school of a row: by its URN, else its LAESTAB, else its UKPRN. Names alone are not yet enough. */
export function matchSchool(naming: Naming, heldOn: Day | null, meetings: Meetings, schools: Schools): Match {
  const { urn, laestab, ukprn, school } = naming
  if (urn != null) return schools.byUrn.has(urn) ? { urn } : unknown('URN', String(urn))
  if (laestab != null)
    return matchNumber('LAESTAB', laestab, schools.byLaestab.get(laestab) ?? [], heldOn, meetings, schools)
  if (ukprn != null) return matchNumber('UKPRN', ukprn, schools.byUkprn.get(ukprn) ?? [], heldOn, meetings, schools)
  return { problem: problemOf('no-school', school ?? '', { column: school == null ? null : 'School' }), candidates: [] }
}
