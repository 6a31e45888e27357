import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { comparableAudits } from '../evidence/comparable.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { levelsOf } from '../evidence/levels-of.ts'
import { byName } from '../framework/by-name.ts'
import { dayOfNumber, type Day } from '../framework/day.ts'
import { levels, type Level } from '../framework/level.ts'
import { phases, type Phase } from '../framework/phase.ts'
import type { Strand } from '../framework/strand.ts'
import { latestAudits, none } from './latest-audits.ts'
import { populationOf, type Scope } from './population.ts'

/** A school that others might learn from in a strand. It names the school: for those entitled to names only. */
export interface PracticeSeen {
  readonly urn: number
  readonly name: string
  readonly district: string | null
  readonly phase: Phase
  /** The level in its latest audit, held on that day. */
  readonly level: Level
  readonly heldOn: Day
  /** The level in its first audit, where it has moved up from there since; null where it has not. */
  readonly from: Level | null
}

/** Some schools, those audited last first, and how many there are in all. */
export interface PracticeFound {
  readonly found: number
  readonly schools: readonly PracticeSeen[]
}

export interface GoodPractice {
  /** At the highest level in the latest audit. */
  readonly top: PracticeFound
  /** Below it, and moved up since the first audit. */
  readonly risen: PracticeFound
}

/** The schools of a scope on a day that could share what they do in a strand, so many of each kind at most. */
export function goodPractice(evidence: Evidence, asOf: Day, scope: Scope, strand: Strand, most = 10): GoodPractice {
  const { audits, starts, urns } = evidence
  const cohort = populationOf(evidence, asOf, scope)
  const latest = latestAudits(evidence, cohort, asOf)
  const [heldOn, level, alike] = [numbersOf(audits, 'heldOn'), levelsOf(evidence, strand), comparableAudits(evidence)]
  const [top, risen]: [Place[], Place[]] = [[], []]
  cohort.schools.forEach((school, at) => {
    const audit = latest[at]!
    if (audit === none || level[audit] === 0) return
    const first = firstAudit(heldOn, starts.audits[school]!, audit)
    const rose = level[first]! > 0 && level[first]! < level[audit]! && alike(first, audit)
    const place = { speaker: cohort.urns[at]!, audit, from: rose ? first : none }
    if (level[audit] === levels.length) top.push(place)
    else if (rose) risen.push(place)
  })
  const [urn, phase] = [numbersOf(urns, 'urn'), numbersOf(urns, 'phase')]
  const word = (column: 'name' | 'district') => {
    const [codes, words] = [codesOf(urns, column), wordsOf(urns, column)]
    return (row: number): string => words[codes[row]!] ?? ''
  }
  const [name, district] = [word('name'), word('district')]
  const foundOf = (places: readonly Place[]): PracticeFound => ({
    found: places.length,
    schools: places
      .toSorted((a, b) => heldOn[b.audit]! - heldOn[a.audit]! || byName(name(a.speaker), name(b.speaker)))
      .slice(0, most)
      .map(({ speaker, audit, from }) => ({
        urn: urn[speaker]!,
        name: name(speaker),
        district: district(speaker) || null,
        phase: phases[phase[speaker]!] ?? 'Special',
        level: levels[level[audit]! - 1]!,
        heldOn: dayOfNumber(heldOn[audit]!),
        from: from === none ? null : levels[level[from]! - 1]!,
      })),
  })
  return { top: foundOf(top), risen: foundOf(risen) }
}

/** A school by the rows of the URN that speaks for it, of its latest audit, and of the first where it has moved up. */
interface Place {
  readonly speaker: number
  readonly audit: number
  readonly from: number
}

/** The row of the first audit: of two on the first day the one that stands later. */
function firstAudit(heldOn: Int32Array, start: number, latest: number): number {
  let first = start
  while (first < latest && heldOn[first + 1] === heldOn[first]) first++
  return first
}
