import type { Day } from '../../analytics/framework/day.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'
import type { Matching } from '../match/match.ts'

/** The facts of each table as the store holds them now, by `factKey`. */
export type Current = { readonly [T in FactTable]: ReadonlyMap<string, Readonly<Tables[T]>> }

/** All that a row is checked against. */
export interface Known extends Matching {
  readonly today: Day
  /** The names of the frameworks loaded, by their folded name. */
  readonly frameworks: ReadonlyMap<string, string>
  readonly current: Current
}
