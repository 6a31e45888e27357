import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { always, forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { countsOn } from '../evidence/ledger.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { unknown } from '../framework/band.ts'
import { phases, type Phase } from '../framework/phase.ts'
import type { Cohort } from './cohort.ts'
import { byPhase } from './tally.ts'

/** Where in a hub: of a council by LA code, of a district by name (`Unknown` for a blank one), of a phase. */
export interface Place {
  readonly council?: string
  readonly district?: string
  readonly phase?: Phase
}

/**
 * The schools open on a day in a place: schools (not URNs) of which some URN is open that day, state-funded and in
 * the hub's area. Beside each school stands that URN; if several are open, the one with fewest links to the end of
 * its chain, then the higher one. Its council, phase and district are the school's.
 */
export function openSchools(evidence: Evidence, asOf: Day, place: Place): Cohort {
  const { council, district, phase } = place
  return council === undefined && district === undefined
    ? wholePopulation(evidence, asOf, phase)
    : schoolsAt(evidence, asOf, place)
}

/** Every school, for good: how many of them count is how large the population is. */
export const everySchool: SpellKind = {
  name: 'every school',
  size: () => 1,
  tell: () => (_, tell) => tell(always, forever, 0),
}

/** The whole population, or that of a phase: who is of it is looked up once somebody asks for more than how many. */
function wholePopulation(evidence: Evidence, asOf: Day, phase: Phase | undefined): Cohort {
  const counts = countsOn(evidence, everySchool, byPhase, dayNumber(asOf))
  let schools: Cohort | undefined
  const found = (): Cohort => (schools ??= schoolsAt(evidence, asOf, phase === undefined ? {} : { phase }))
  return {
    size: phase === undefined ? counts.reduce((sum, count) => sum + count, 0) : counts[phases.indexOf(phase)]!,
    whole: { asOf, phase },
    get schools() {
      return found().schools
    },
    get urns() {
      return found().urns
    },
  }
}

function schoolsAt({ speakers, starts, urns }: Evidence, asOf: Day, place: Place): Cohort {
  const day = dayNumber(asOf)
  const [school, speaker] = [numbersOf(speakers, 'school'), numbersOf(speakers, 'urn')]
  const [from, until] = [numbersOf(speakers, 'from'), numbersOf(speakers, 'until')]
  const [district, phase] = [codesOf(urns, 'district'), numbersOf(urns, 'phase')]
  const wantedDistrict = codeOf(wordsOf(urns, 'district'), place.district === unknown ? '' : place.district)
  const wantedPhase = place.phase === undefined ? any : phases.indexOf(place.phase)
  const council = codeOf(wordsOf(urns, 'la'), place.council)
  const [start, end] =
    council === any
      ? [0, school.length]
      : council === none
        ? [0, 0]
        : [starts.speakers[council]!, starts.speakers[council + 1]!]

  const schools = new Uint32Array(end - start)
  const speaking = new Uint32Array(end - start)
  let size = 0
  // Every row is written and the place moved on only if it counts: a branch that goes either way costs more.
  for (let row = start; row < end; row++) {
    const urn = speaker[row]!
    schools[size] = school[row]!
    speaking[size] = urn
    size +=
      Number(from[row]! <= day) &
      Number(until[row]! >= day) &
      (Number(wantedDistrict === any) | Number(district[urn] === wantedDistrict)) &
      (Number(wantedPhase === any) | Number(phase[urn] === wantedPhase))
  }
  return { size, schools: schools.subarray(0, size), urns: speaking.subarray(0, size) }
}

const any = -1
const none = -2

/** The code of a word, `any` for no word, `none` for a word that no row has. */
function codeOf(words: readonly string[], word: string | undefined): number {
  if (word === undefined) return any
  const code = words.indexOf(word)
  return code === -1 ? none : code
}
