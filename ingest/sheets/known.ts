import type { Day } from '../../analytics/framework/day.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'
import type { Meetings } from '../match/match.ts'
import type { Schools } from '../match/schools.ts'

/** The facts of each table as the store holds them now, by `factKey`. */
export type Current = { readonly [T in FactTable]: ReadonlyMap<string, Readonly<Tables[T]>> }

/** All that a row is checked against. */
export interface Known {
  readonly today: Day
  /** The LA codes of the hub's area. */
  readonly area: ReadonlySet<string>
  readonly schools: Schools
  readonly meetings: Meetings
  /** The names of the frameworks loaded, by their folded name. */
  readonly frameworks: ReadonlyMap<string, string>
  readonly current: Current
}
