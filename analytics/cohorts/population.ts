import type { CellCounts } from '../evidence/cell-counts.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { SpellKind } from '../evidence/spells.ts'
import type { Day } from '../framework/day.ts'
import { countsAlike } from './alike.ts'
import { foundLater, type Cohort } from './cohort.ts'
import { auditedParts, isFiltered, keptBy, type Filters } from './filters.ts'
import { everySchool, openSchools, type Place } from './open-schools.ts'

/** Which part of a hub's population: where it is, and what its schools are like. */
export interface Scope extends Place, Filters {}

/**
 * The population on a day within a scope: schools (not URNs) of which some URN is open that day, state-funded and in
 * the hub's area. Beside each school stands the URN that speaks for it: its council, phase and district are the
 * school's.
 */
export function populationOf(evidence: Evidence, asOf: Day, scope: Scope): Cohort {
  const open = openSchools(evidence, asOf, scope)
  const isKept = isFiltered(scope) ? keptBy(evidence, asOf, scope) : null
  if (isKept === null) return open
  const find = (): Cohort => cohortWhere(open, isKept)
  if (auditedParts.some((part) => scope[part] !== undefined)) return find()
  const countsOf = (kind: SpellKind): CellCounts => countsAlike(evidence, kind, scope, asOf)
  return foundLater({ size: countsOf(everySchool)[0]!, counted: { asOf, countsOf } }, find)
}

/** The schools of a cohort that are kept, by the school and the URN that speaks for it. */
export function cohortWhere({ size, schools, urns }: Cohort, isKept: (school: number, urn: number) => boolean): Cohort {
  const [keptSchools, keptUrns] = [new Uint32Array(size), new Uint32Array(size)]
  let left = 0
  for (let at = 0; at < size; at++) {
    if (!isKept(schools[at]!, urns[at]!)) continue
    keptSchools[left] = schools[at]!
    keptUrns[left++] = urns[at]!
  }
  return { size: left, schools: keptSchools.subarray(0, left), urns: keptUrns.subarray(0, left) }
}
