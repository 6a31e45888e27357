/**
 * Schools chosen by a rule: `schools` holds their row numbers in the evidence's table of schools;
 * `urns` holds, beside each, the row number of the URN that speaks for it.
 */
export interface Cohort {
  readonly size: number
  readonly schools: Uint32Array
  readonly urns: Uint32Array
}
