import type { Day } from '../../analytics/framework/day.ts'
import type { Note } from '../note.ts'
import type { Problem } from '../problem.ts'
import type { Decisions } from './decision.ts'
import type { NameIndex } from './name-index.ts'
import { isOpenOn, type Schools } from './schools.ts'

/** A school that a doubtful row may mean, and why. */
export interface Candidate {
  readonly urn: number
  readonly name: string
  readonly why: string
}

/** Audits by URN and day, each as `meetingKey` writes it. */
export type Meetings = ReadonlySet<string>

export const meetingKey = (urn: number, heldOn: Day): string => `${urn} ${heldOn}`

/** The URN a row is recorded under, or why none is. */
export type Match =
  | { readonly urn: number; readonly notes: readonly Note[] }
  | { readonly problem: Problem; readonly candidates: readonly Candidate[] }

/** All that the school of a row is looked up in. */
export interface Matching {
  /** The LA codes of the hub's area. */
  readonly area: ReadonlySet<string>
  readonly schools: Schools
  readonly names: NameIndex
  readonly decisions: Decisions
  readonly meetings: Meetings
}

export const schoolNote = (text: string): readonly Note[] => [{ row: null, column: 'School', text }]

/**
 * The URN under which a meeting of a school is recorded: one with an audit known that day, else one open that day,
 * else one that had opened by then; of several always the last in the chain.
 */
export function recordedUrn(school: number, heldOn: Day | null, { meetings, schools }: Matching): number {
  const rows = schools.rowsOf(school)
  if (heldOn === null) return rows[0]?.urn ?? school
  const known = rows.find(({ urn }) => meetings.has(meetingKey(urn, heldOn)))
  const open = rows.find((row) => isOpenOn(row, heldOn))
  const opened = rows.find(({ openOn }) => openOn === null || openOn <= heldOn)
  return (known ?? open ?? opened ?? rows.at(-1))?.urn ?? school
}

/** Whether a school is open on a day under any of its URNs; any day will do where none is given. */
export const isSchoolOpen = (school: number, day: Day | null, { schools }: Matching): boolean =>
  day === null || schools.rowsOf(school).some((row) => isOpenOn(row, day))
