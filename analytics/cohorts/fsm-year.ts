import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { academicYearOf, type AcademicYear } from '../framework/academic-year.ts'
import type { Day } from '../framework/day.ts'
import { fsmBases } from '../framework/fsm-basis.ts'
import { openSchools } from './open-schools.ts'

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
export function fsmYearOn(evidence: Evidence, asOf: Day): FsmYear | null {
  const { schools, size } = openSchools(evidence, asOf, {})
  const [year, basis] = [numbersOf(evidence.schoolFsm, 'year'), numbersOf(evidence.schoolFsm, 'basis')]
  const starts = evidence.starts.schoolFsm
  const counts = new Map<number, number>()
  for (const school of schools) {
    const known = new Set<number>()
    for (let row = starts[school]!; row < starts[school + 1]!; row++)
      if (year[row]! <= academicYearOf(asOf))
        known.add(year[row]! * fsmBases.length + fsmBases.length - 1 - basis[row]!)
    for (const pair of known) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const usable = [...counts].flatMap(([pair, count]) => (2 * count >= size ? [pair] : []))
  if (usable.length === 0) return null
  const pair = Math.max(...usable)
  return { year: Math.trunc(pair / fsmBases.length), basis: fsmBases.length - 1 - (pair % fsmBases.length) }
}
