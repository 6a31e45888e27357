import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { phases, type Phase } from '../framework/phase.ts'
import type { Cohort } from './cohort.ts'

/** Which part of a hub's population: of a council by LA code, of a district by name, of a phase. */
export interface Scope {
  readonly council?: string
  readonly district?: string
  readonly phase?: Phase
}

/**
 * The population on a day within a scope: schools (not URNs) of which some URN is open that day, state-funded and in
 * the hub's area. Beside each school stands that URN; if several are open, the one with fewest links to the end of
 * its chain, then the higher one. Its council, phase and district are the school's.
 */
export function populationOf(evidence: Evidence, asOf: Day, scope: Scope): Cohort {
  const { urns, starts } = evidence
  const day = dayNumber(asOf)
  const [openFrom, openUntil] = [numbersOf(urns, 'openFrom'), numbersOf(urns, 'openUntil')]
  const [stateFunded, phase] = [numbersOf(urns, 'stateFunded'), numbersOf(urns, 'phase')]
  const [la, district] = [codesOf(urns, 'la'), codesOf(urns, 'district')]
  const inArea = areaOn(evidence, asOf)
  const wantedLa = codeOf(wordsOf(urns, 'la'), scope.council)
  const wantedDistrict = codeOf(wordsOf(urns, 'district'), scope.district)
  const wantedPhase = scope.phase === undefined ? any : phases.indexOf(scope.phase)

  const count = evidence.schools.numRows
  const [schools, speakers] = [new Uint32Array(count), new Uint32Array(count)]
  let size = 0
  for (let school = 0; school < count; school++) {
    for (let urn = starts.urns[school]!; urn < starts.urns[school + 1]!; urn++) {
      if (openFrom[urn]! > day || openUntil[urn]! < day || stateFunded[urn] === 0 || inArea[la[urn]!] === 0) continue
      if (
        (wantedLa === any || la[urn] === wantedLa) &&
        (wantedDistrict === any || district[urn] === wantedDistrict) &&
        (wantedPhase === any || phase[urn] === wantedPhase)
      ) {
        schools[size] = school
        speakers[size] = urn
        size++
      }
      break
    }
  }
  return { size, schools: schools.subarray(0, size), urns: speakers.subarray(0, size) }
}

const any = -1
const none = -2

/** The code of a word, `any` for no word, `none` for a word that no row has. */
function codeOf(words: readonly string[], word: string | undefined): number {
  if (word === undefined) return any
  const code = words.indexOf(word)
  return code === -1 ? none : code
}

/** For each LA code of the register, by its code in the column: 1 where it belongs to the hub's area that day. */
function areaOn({ area, urns }: Evidence, asOf: Day): Uint8Array {
  const inside = new Set(
    area.filter(({ fromOn, toOn }) => (fromOn ?? '') <= asOf && asOf <= (toOn ?? '9999')).map(({ la }) => la),
  )
  return Uint8Array.from(wordsOf(urns, 'la'), (la) => (inside.has(la) ? 1 : 0))
}
