import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { unknown } from '../framework/band.ts'
import { phases } from '../framework/phase.ts'
import type { Cohort } from './cohort.ts'
import { keptBy } from './filters.ts'
import { populationOf, type Scope } from './population.ts'

/**
 * All state-funded schools of the area ever audited on or before a day within a scope, also those closed since. A
 * school of the population that day has the council, phase and district of the URN that speaks for it; one outside
 * it those of its last URN, which must be state-funded and in the area.
 *
 * Source: the standard sheets, section 3, time-to-award.
 */
export function everAudited(evidence: Evidence, asOf: Day, scope: Scope): Cohort {
  const audited = auditedBy(evidence, asOf)
  const inside = populationOf(evidence, asOf, scope)
  const everyone = Object.keys(scope).length === 0 ? inside : populationOf(evidence, asOf, {})
  const belongs = lastUrnWithin(evidence, asOf, scope)
  const isKept = keptBy(evidence, asOf, scope) ?? (() => true)
  const count = evidence.schools.numRows
  const isOpen = new Uint8Array(count)
  for (const school of everyone.schools) isOpen[school] = 1
  const [schools, urns] = [new Uint32Array(count), new Uint32Array(count)]
  let size = 0
  const add = (school: number, urn: number): void => {
    schools[size] = school
    urns[size++] = urn
  }
  for (let at = 0; at < inside.size; at++) if (audited(inside.schools[at]!)) add(inside.schools[at]!, inside.urns[at]!)
  for (let school = 0; school < count; school++) {
    const last = evidence.starts.urns[school]!
    if (isOpen[school] === 0 && audited(school) && belongs(last) && isKept(school, last)) add(school, last)
  }
  return { size, schools: schools.subarray(0, size), urns: urns.subarray(0, size) }
}

/** Whether a school's first audit is on or before a day. */
function auditedBy({ audits, starts }: Evidence, asOf: Day): (school: number) => boolean {
  const [day, heldOn] = [dayNumber(asOf), numbersOf(audits, 'heldOn')]
  return (school) => {
    const start = starts.audits[school]!
    return start < starts.audits[school + 1]! && heldOn[start]! <= day
  }
}

/** Whether a URN is state-funded, in the hub's area on that day, and within the scope. */
function lastUrnWithin({ area, urns }: Evidence, asOf: Day, scope: Scope): (urn: number) => boolean {
  const here = area.filter(({ fromOn, toOn }) => (fromOn ?? '') <= asOf && (toOn === null || asOf <= toOn))
  const councils = new Set(here.map(({ la }) => la).filter((la) => scope.council === undefined || la === scope.council))
  const [stateFunded, phase] = [numbersOf(urns, 'stateFunded'), numbersOf(urns, 'phase')]
  const [la, district] = [codesOf(urns, 'la'), codesOf(urns, 'district')]
  const isCouncil = wordsOf(urns, 'la').map((word) => councils.has(word))
  const isDistrict = wordsOf(urns, 'district').map(
    (word) => scope.district === undefined || (word || unknown) === scope.district,
  )
  return (urn) =>
    stateFunded[urn] === 1 &&
    isCouncil[la[urn]!]! &&
    isDistrict[district[urn]!]! &&
    (scope.phase === undefined || phases[phase[urn]!] === scope.phase)
}
