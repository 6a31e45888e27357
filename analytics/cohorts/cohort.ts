import type { Day } from '../framework/day.ts'
import type { Phase } from '../framework/phase.ts'

/**
 * Schools chosen by a rule: `schools` holds their row numbers in the evidence's table of schools;
 * `urns` holds, beside each, the row number of the URN that speaks for it.
 */
export interface Cohort {
  readonly size: number
  readonly schools: Uint32Array
  readonly urns: Uint32Array
  /** Where they are the hub's whole population on a day, or all of it of one phase. */
  readonly whole?: { readonly asOf: Day; readonly phase?: Phase | undefined }
}
