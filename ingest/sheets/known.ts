import type { AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'
import type { Matching } from '../match/match.ts'
import type { Criteria } from './criteria-known.ts'

/** The facts of each table as the store holds them now, by `factKey`. */
export type Current = { readonly [T in FactTable]: ReadonlyMap<string, Readonly<Tables[T]>> }

/** All that a row is checked against. */
export interface Known extends Matching {
  readonly today: Day
  /** The academic year told beside the file, for files that do not say it. */
  readonly year: AcademicYear | null
  /** To whom those who show what the file holds owe thanks, told beside it. */
  readonly attribution: string | null
  /** The names of the frameworks loaded, by their folded name. */
  readonly frameworks: ReadonlyMap<string, string>
  readonly criteria: Criteria
  readonly current: Current
}
