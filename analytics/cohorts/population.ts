import type { Bits } from '../evidence/bits.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import type { Day } from '../framework/day.ts'
import { bandCodesOn } from './band-codes.ts'
import type { Cohort } from './cohort.ts'
import { auditedLike, bandedParts, type Filters } from './filters.ts'
import { bitsOfSpeakers, openSchools, type Place } from './open-schools.ts'

/** Which part of a hub's population: where it is, and what its schools are like. */
export interface Scope extends Place, Filters {}

/**
 * The population on a day within a scope: schools (not URNs) of which some URN is open that day, state-funded and in
 * the hub's area. Beside each school stands the URN that speaks for it: its council, phase and district are the
 * school's.
 */
export function populationOf(evidence: Evidence, asOf: Day, scope: Scope): Cohort {
  const alike: Bits[] = []
  for (const part of bandedParts) {
    const band = scope[part]
    if (band !== undefined) alike.push(bitsOfBand(evidence, asOf, part, band))
  }
  const open = openSchools(evidence, asOf, scope, alike)
  const isLike = auditedLike(evidence, asOf, scope)
  return isLike === null ? open : cohortWhere(open, isLike)
}

/** Which speakers are in a band on a day; none for a band that no school is in. */
function bitsOfBand(evidence: Evidence, asOf: Day, part: (typeof bandedParts)[number], band: string): Bits {
  const bands = bandCodesOn(evidence, asOf, part)
  const code = bands.names.indexOf(band)
  return kept(bands, code, () => bitsOfSpeakers(evidence, (urn) => bands.codes[urn] === code))
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
