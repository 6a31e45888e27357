import { numbersOf, codesOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { keptLast } from '../evidence/kept-last.ts'
import { awards, type Award } from '../framework/award.ts'
import { dayNumber, dayOfNumber, type Day } from '../framework/day.ts'
import { levels, type Level } from '../framework/level.ts'
import { phases, type Phase } from '../framework/phase.ts'
import { latestAudits, none } from './latest-audits.ts'
import { populationOf, type Scope } from './population.ts'

/** One school as it stands on a day. It names the school: for those entitled to names only. */
export interface SchoolLine {
  /** The URN that speaks for it that day. */
  readonly urn: number
  readonly name: string
  /** LA code. */
  readonly council: string
  readonly district: string | null
  readonly phase: Phase
  /** The day of its latest audit; null if it has none. */
  readonly auditedOn: Day | null
  /** The levels of its latest audit in the order of the strands, null where not rated; none if it has no audit. */
  readonly levels: readonly (Level | null)[]
  /** Its latest award, and whether that is still valid; null if it has none. */
  readonly award: { readonly award: Award; readonly validUntil: Day; readonly valid: boolean } | null
}

/** A line for every school of the population on a day within a scope, by name. */
export const schoolLines = (evidence: Evidence, asOf: Day, scope: Scope): readonly SchoolLine[] =>
  keptLast(evidence, 'school lines', JSON.stringify([asOf, scope]), () => linesOf(evidence, asOf, scope))

function linesOf(evidence: Evidence, asOf: Day, scope: Scope): readonly SchoolLine[] {
  const { urns, audits } = evidence
  const cohort = populationOf(evidence, asOf, scope)
  const latest = latestAudits(evidence, cohort, asOf)
  const words = (column: 'name' | 'la' | 'district') => {
    const [codes, dictionary] = [codesOf(urns, column), wordsOf(urns, column)]
    return (row: number): string => dictionary[codes[row]!] ?? ''
  }
  const [name, la, district] = [words('name'), words('la'), words('district')]
  const [urn, phase, heldOn] = [numbersOf(urns, 'urn'), numbersOf(urns, 'phase'), numbersOf(audits, 'heldOn')]
  const level = (['level0', 'level1', 'level2', 'level3'] as const).map((column) => numbersOf(audits, column))
  const awardOf = latestAwards(evidence, asOf)
  return Array.from(cohort.schools, (school, at): SchoolLine => {
    const [speaker, audit] = [cohort.urns[at]!, latest[at]!]
    return {
      urn: urn[speaker]!,
      name: name(speaker),
      council: la(speaker),
      district: district(speaker) || null,
      phase: phases[phase[speaker]!] ?? 'Special',
      auditedOn: audit === none ? null : dayOfNumber(heldOn[audit]!),
      levels: audit === none ? [] : level.map((column) => levels[column[audit]! - 1] ?? null),
      award: awardOf(school),
    }
  }).toSorted((a, b) => inEnglish.compare(a.name, b.name) || a.urn - b.urn)
}

const inEnglish = new Intl.Collator('en-GB')

function latestAwards(evidence: Evidence, asOf: Day) {
  const day = dayNumber(asOf)
  const [award, awardOn] = [numbersOf(evidence.awards, 'award'), numbersOf(evidence.awards, 'awardOn')]
  const validUntil = numbersOf(evidence.awards, 'validUntil')
  const starts = evidence.starts.awards
  return (school: number): SchoolLine['award'] => {
    let last = starts[school + 1]! - 1
    while (last >= starts[school]! && awardOn[last]! > day) last--
    if (last < starts[school]!) return null
    const until = validUntil[last]!
    return { award: awards[award[last]!]!, validUntil: dayOfNumber(until), valid: until >= day }
  }
}
