import type { Bits } from '../evidence/bits.ts'
import type { Grouping } from '../evidence/ledger.ts'
import type { Day } from '../framework/day.ts'

/**
 * Schools chosen by a rule: `schools` holds their row numbers in the evidence's table of schools;
 * `urns` holds, beside each, the row number of the URN that speaks for it.
 */
export interface Cohort {
  readonly size: number
  readonly schools: Uint32Array
  readonly urns: Uint32Array
  readonly rows?: ChosenRows
  readonly whole?: WholeGroup
}

/** Where schools are chosen by bits: the rows of the table of speakers that stand for them on a day. */
export interface ChosenRows {
  readonly asOf: Day
  /** Of the rows from one on, which is a multiple of 32. */
  readonly bits: Bits
  readonly from: number
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
  readonly rows?: ChosenRows
  readonly whole?: WholeGroup
  readonly #find: () => Members
  #found: Members | null = null

  constructor({ size, rows, whole }: Omit<Cohort, 'schools' | 'urns'>, find: () => Members) {
    this.size = size
    if (rows !== undefined) this.rows = rows
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
