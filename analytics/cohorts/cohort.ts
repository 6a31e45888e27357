import type { CellCounts } from '../evidence/cell-counts.ts'
import type { Grouping } from '../evidence/ledger.ts'
import type { SpellKind } from '../evidence/spells.ts'
import type { Day } from '../framework/day.ts'

/**
 * Schools chosen by a rule: `schools` holds their row numbers in the evidence's table of schools;
 * `urns` holds, beside each, the row number of the URN that speaks for it.
 */
export interface Cohort {
  readonly size: number
  readonly schools: Uint32Array
  readonly urns: Uint32Array
  readonly counted?: CountedSchools
  readonly whole?: WholeGroup
}

/** Where counts of them on a day are kept: how often spells of a kind count in each cell. */
export interface CountedSchools {
  readonly asOf: Day
  readonly countsOf: (kind: SpellKind) => CellCounts
}

/** Where they are all of one group of the hub's population on a day: counts of groups are kept by day. */
export interface WholeGroup {
  readonly asOf: Day
  readonly grouping: Grouping
  readonly group: number
}

/** Who the schools are, in the order of both. */
export type Members = Pick<Cohort, 'schools' | 'urns'>

/** How many schools there are, and by what they are counted; who they are is looked up once somebody asks. */
export const foundLater = (known: Omit<Cohort, 'schools' | 'urns'>, find: () => Members): Cohort =>
  new FoundLater(known, find)

/** A class, for getters written into an object at every question took a tenth of the time of answering it. */
class FoundLater implements Cohort {
  readonly size: number
  readonly counted?: CountedSchools
  readonly whole?: WholeGroup
  readonly #find: () => Members
  #found: Members | null = null

  constructor({ size, counted, whole }: Omit<Cohort, 'schools' | 'urns'>, find: () => Members) {
    this.size = size
    if (counted !== undefined) this.counted = counted
    if (whole !== undefined) this.whole = whole
    this.#find = find
  }

  get schools(): Uint32Array {
    return (this.#found ??= this.#find()).schools
  }

  get urns(): Uint32Array {
    return (this.#found ??= this.#find()).urns
  }
}
