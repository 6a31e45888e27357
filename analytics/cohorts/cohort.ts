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
  /** Where they are chosen by bits: the rows of the table of speakers that stand for them on a day. */
  readonly rows?: { readonly asOf: Day; readonly bits: Bits }
  /** Where they are all of one group of the hub's population on a day: counts of groups are kept by day. */
  readonly whole?: { readonly asOf: Day; readonly grouping: Grouping; readonly group: number }
}
