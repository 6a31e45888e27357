import type { Evidence } from '../evidence/evidence.ts'
import type { Day } from '../framework/day.ts'
import type { Cohort } from './cohort.ts'
import { keptBy, type Filters } from './filters.ts'
import { openSchools, type Place } from './open-schools.ts'

/** Which part of a hub's population: where it is, and what its schools are like. */
export interface Scope extends Place, Filters {}

/**
 * The population on a day within a scope: schools (not URNs) of which some URN is open that day, state-funded and in
 * the hub's area. Beside each school stands the URN that speaks for it: its council, phase and district are the
 * school's.
 */
export function populationOf(evidence: Evidence, asOf: Day, scope: Scope): Cohort {
  const open = openSchools(evidence, asOf, scope)
  const kept = keptBy(evidence, asOf, scope)
  return kept === null ? open : cohortWhere(open, kept)
}

/** The schools of a cohort that are kept, by the school and the URN that speaks for it. */
export function cohortWhere({ size, schools, urns }: Cohort, kept: (school: number, urn: number) => boolean): Cohort {
  const [keptSchools, keptUrns] = [new Uint32Array(size), new Uint32Array(size)]
  let left = 0
  for (let at = 0; at < size; at++) {
    if (!kept(schools[at]!, urns[at]!)) continue
    keptSchools[left] = schools[at]!
    keptUrns[left++] = urns[at]!
  }
  return { size: left, schools: keptSchools.subarray(0, left), urns: keptUrns.subarray(0, left) }
}
