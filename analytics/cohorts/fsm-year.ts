import { numbersOf } from '../evidence/columns.ts'
import { forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept, lastKeeper } from '../evidence/kept.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { firstDayOf, type AcademicYear } from '../framework/academic-year.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { fsmBases } from '../framework/fsm-basis.ts'
import { openSchools } from './open-schools.ts'
import { tallyOf } from './tally.ts'

/** On which basis and of which academic year free school meals are told. */
export interface FsmYear {
  readonly year: AcademicYear
  /** Its place in the list of bases. */
  readonly basis: number
}

/**
 * The one basis and year on which the schools of a hub are compared on a day: of those known for at least half of its
 * population the newest year begun by then, then the first basis of the list; null where there is none.
 */
export const fsmYearOn = (evidence: Evidence, asOf: Day): FsmYear | null =>
  keptYear(evidence, asOf, () => fsmYearFound(evidence, asOf))

/** Few days are asked about, and each again and again, several times within one question. */
const keptYear = lastKeeper(8)

function fsmYearFound(evidence: Evidence, asOf: Day): FsmYear | null {
  const everyone = openSchools(evidence, asOf, {})
  const counts = tallyOf(evidence, fsmKnown, everyone, asOf)
  return fsmYears(evidence).find((_, at) => counts[at]! > 0 && 2 * counts[at]! >= everyone.size) ?? null
}

/** The years and bases that are known of some school, in the order in which they are chosen. */
const fsmYears = (evidence: Evidence): readonly FsmYear[] =>
  kept(evidence, 'years of free school meals', () => {
    const [years, bases] = [numbersOf(evidence.schoolFsm, 'year'), numbersOf(evidence.schoolFsm, 'basis')]
    const pairs = new Set(years.keys().map((row) => pairOf(years[row]!, bases[row]!)))
    return [...pairs]
      .toSorted((a, b) => a - b)
      .map((pair) => ({
        year: -Math.floor(pair / fsmBases.length),
        basis: pair - Math.floor(pair / fsmBases.length) * fsmBases.length,
      }))
  })

/** A number that is the lower the earlier a year and basis are chosen. */
const pairOf = (year: AcademicYear, basis: number): number => -year * fsmBases.length + basis

/** That a school's free school meals of a year are known on a basis, from the beginning of that year on. */
const fsmKnown: SpellKind = {
  name: 'free school meals known',
  size: (evidence) => fsmYears(evidence).length,
  tell: (evidence) => {
    const [years, bases] = [numbersOf(evidence.schoolFsm, 'year'), numbersOf(evidence.schoolFsm, 'basis')]
    const starts = evidence.starts.schoolFsm
    const cells = new Map(
      fsmYears(evidence).map(({ year, basis }, cell) => [
        pairOf(year, basis),
        { cell, from: dayNumber(firstDayOf(year)) },
      ]),
    )
    return (school, tell) => {
      const known = new Set<number>()
      for (let row = starts[school]!; row < starts[school + 1]!; row++) known.add(pairOf(years[row]!, bases[row]!))
      for (const pair of known) {
        const { cell, from } = cells.get(pair)!
        tell(from, forever, cell)
      }
    }
  },
}
