import { bitsOf, countBits, keepBoth, keepWithin, rowsSet, type Bits } from '../evidence/bits.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { always, forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept, lastKeeper } from '../evidence/kept.ts'
import { countsIn } from '../evidence/ledger.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { unknown } from '../framework/band.ts'
import { phases, type Phase } from '../framework/phase.ts'
import type { Cohort } from './cohort.ts'
import { groupOf, type Group } from './groupings.ts'

/** Where in a hub: of a council by LA code, of a district by name (`Unknown` for a blank one), of a phase. */
export interface Place {
  readonly council?: string
  readonly district?: string
  readonly phase?: Phase
}

/**
 * The schools open on a day in a place: schools (not URNs) of which some URN is open that day, state-funded and in
 * the hub's area. Beside each school stands that URN; if several are open, the one with fewest links to the end of
 * its chain, then the higher one. Its council, phase and district are the school's. Only those of which all bits beside
 * the table of speakers are set are chosen.
 */
export function openSchools(evidence: Evidence, asOf: Day, place: Place, alike: readonly Bits[] = []): Cohort {
  const { district } = place
  const named = district === unknown ? { ...place, district: '' } : place
  const group = alike.length === 0 ? groupOf(evidence, named) : null
  return group === null ? schoolsAt(evidence, asOf, named, alike) : wholeGroup(evidence, asOf, named, group)
}

/** Every school, for good: how many of them count is how large the population is. */
export const everySchool: SpellKind = {
  name: 'every school',
  size: () => 1,
  tell: () => (_, tell) => tell(always, forever, 0),
}

/** All schools of a group: who they are is looked up once somebody asks for more than how many. */
function wholeGroup(evidence: Evidence, asOf: Day, place: Place, { grouping, group }: Group): Cohort {
  if (group === -1) return { size: 0, schools: new Uint32Array(), urns: new Uint32Array() }
  let schools: Cohort | undefined
  const found = (): Cohort => (schools ??= schoolsAt(evidence, asOf, place, []))
  return {
    size: countsIn(evidence, everySchool, grouping, group, dayNumber(asOf))[0]!,
    whole: { asOf, grouping, group },
    get schools() {
      return found().schools
    },
    get urns() {
      return found().urns
    },
  }
}

/** The schools of a place, found by its bits: who they are is looked up once somebody asks for more than how many. */
function schoolsAt(evidence: Evidence, asOf: Day, { council, district, phase }: Place, alike: readonly Bits[]): Cohort {
  const { speakers, starts, urns } = evidence
  const bits = openOn(evidence, dayNumber(asOf))
  if (district !== undefined) keepBoth(bits, bitsOfDistrict(evidence, district))
  if (phase !== undefined) keepBoth(bits, bitsOfPhase(evidence, phase))
  for (const each of alike) keepBoth(bits, each)
  if (council !== undefined) {
    const la = wordsOf(urns, 'la').indexOf(council)
    keepWithin(bits, la === -1 ? 0 : starts.speakers[la]!, la === -1 ? 0 : starts.speakers[la + 1]!)
  }
  let rows: Uint32Array | undefined
  const of = (column: 'school' | 'urn'): Uint32Array => {
    const numbers = numbersOf(speakers, column)
    return (rows ??= rowsSet(bits)).map((row) => numbers[row]!)
  }
  let [schools, speaking]: (Uint32Array | undefined)[] = []
  return {
    size: countBits(bits),
    rows: { asOf, bits },
    get schools() {
      return (schools ??= of('school'))
    },
    get urns() {
      return (speaking ??= of('urn'))
    },
  }
}

/** A copy of the bits of the rows that speak on a day: few days are asked about, and each again and again. */
function openOn(evidence: Evidence, day: number): Bits {
  const { speakers } = evidence
  const open = keptOpen(evidence, day, () => {
    const [from, until] = [numbersOf(speakers, 'from'), numbersOf(speakers, 'until')]
    return bitsOf(speakers.numRows, (row) => from[row]! <= day && until[row]! >= day)
  })
  return open.slice()
}

const keptOpen = lastKeeper(8)

/** Which rows of the table of speakers are of URNs of which something holds. */
export function bitsOfSpeakers({ speakers }: Evidence, holds: (urn: number) => boolean): Bits {
  const urn = numbersOf(speakers, 'urn')
  return bitsOf(speakers.numRows, (row) => holds(urn[row]!))
}

const bitsOfPhase = (evidence: Evidence, phase: Phase): Bits =>
  kept(evidence, `speakers of phase ${phase}`, () => {
    const [codes, code] = [numbersOf(evidence.urns, 'phase'), phases.indexOf(phase)]
    return bitsOfSpeakers(evidence, (urn) => codes[urn] === code)
  })

/** None for a district that no URN has: a hub may be asked for any name, and what is kept must not grow with that. */
function bitsOfDistrict(evidence: Evidence, district: string): Bits {
  const code = wordsOf(evidence.urns, 'district').indexOf(district)
  return kept(evidence, `speakers of district ${code}`, () => {
    const codes = codesOf(evidence.urns, 'district')
    return bitsOfSpeakers(evidence, (urn) => codes[urn] === code)
  })
}
