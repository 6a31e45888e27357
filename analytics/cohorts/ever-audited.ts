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
  const everyone = new Set(populationOf(evidence, asOf, {}).schools)
  const belongs = lastUrnWithin(evidence, asOf, scope)
  const isKept = keptBy(evidence, asOf, scope) ?? (() => true)
  const schools = [...inside.schools].map((school, at) => ({ school, urn: inside.urns[at]! }))
  for (let school = 0; school < evidence.schools.numRows; school++) {
    const last = evidence.starts.urns[school]!
    if (!everyone.has(school) && belongs(last) && isKept(school, last)) schools.push({ school, urn: last })
  }
  const kept = schools.filter(({ school }) => audited(school))
  return {
    size: kept.length,
    schools: Uint32Array.from(kept, ({ school }) => school),
    urns: Uint32Array.from(kept, ({ urn }) => urn),
  }
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
  const word = (column: 'la' | 'district') => {
    const [codes, words] = [codesOf(urns, column), wordsOf(urns, column)]
    return (urn: number): string => words[codes[urn]!] ?? ''
  }
  const [la, district] = [word('la'), word('district')]
  return (urn) =>
    stateFunded[urn] === 1 &&
    councils.has(la(urn)) &&
    (scope.district === undefined || (district(urn) || unknown) === scope.district) &&
    (scope.phase === undefined || phases[phase[urn]!] === scope.phase)
}
