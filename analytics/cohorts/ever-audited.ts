import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { unknown } from '../framework/band.ts'
import { phases } from '../framework/phase.ts'
import { countsIn } from '../evidence/ledger.ts'
import { everAuditedSchools } from './audited-stretches.ts'
import { foundLater, type Cohort } from './cohort.ts'
import { isFiltered, keptBy } from './filters.ts'
import { groupOf } from './groupings.ts'
import { cohortWhere, populationOf, type Scope } from './population.ts'

/**
 * All state-funded schools of the area ever audited on or before a day within a scope, also those closed since. A
 * school of the population that day has the council, phase and district of the URN that speaks for it; one outside
 * it those of its last URN, which must be state-funded and in the area.
 *
 * Source: the standard sheets, section 3, time-to-award.
 */
export function everAudited(evidence: Evidence, asOf: Day, scope: Scope): Cohort {
  const { district } = scope
  const group = isFiltered(scope) ? null : groupOf(evidence, district === unknown ? { ...scope, district: '' } : scope)
  if (group === null || group.group === -1) return everAuditedWhere(evidence, asOf, scope)
  const size = countsIn(evidence, everAuditedSchools, group.grouping, group.group, dayNumber(asOf))[0]!
  return foundLater({ size, whole: { asOf, ...group } }, () => everAuditedWhere(evidence, asOf, scope))
}

/** The same by looking at each school. */
export function everAuditedWhere(evidence: Evidence, asOf: Day, scope: Scope): Cohort {
  const inside = populationOf(evidence, asOf, scope)
  const outside = lastUrnsOutside(evidence, populationOf(evidence, asOf, {}))
  const belongs = lastUrnWithin(evidence, asOf, scope)
  const isKept = keptBy(evidence, asOf, scope) ?? (() => true)
  const audited = auditedBy(evidence, asOf)
  const within = cohortWhere(outside, (school, urn) => audited(school) && belongs(urn) && isKept(school, urn))
  return joined(cohortWhere(inside, audited), within)
}

/** Every school that is not of the population, with its last URN. */
function lastUrnsOutside({ schools, starts }: Evidence, { schools: inside }: Cohort): Cohort {
  const isInside = new Uint8Array(schools.numRows)
  for (const school of inside) isInside[school] = 1
  const outside = new Uint32Array(schools.numRows)
  let size = 0
  for (let school = 0; school < outside.length; school++) if (isInside[school] === 0) outside[size++] = school
  const left = outside.subarray(0, size)
  return { size, schools: left, urns: left.map((school) => starts.urns[school]!) }
}

const joined = (a: Cohort, b: Cohort): Cohort => ({
  size: a.size + b.size,
  schools: together(a.schools, b.schools),
  urns: together(a.urns, b.urns),
})

function together(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
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
