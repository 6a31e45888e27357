import type { Cohort } from '../cohorts/cohort.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import type { AcademicYear } from '../framework/academic-year.ts'
import { dataFormFigures } from '../framework/data-form-figure.ts'

/** What a figure of pupils is of the pupils on roll of the same schools. */
export interface OnRoll {
  /** The schools of which both are known. */
  readonly schools: number
  /** What their data forms give. */
  readonly pupils: number
  readonly roll: number
}

/** A figure by its place in the list of them, in an academic year. */
const keyOf = (year: AcademicYear, figure: number): number => year * dataFormFigures.length + figure

/** The figures of pupils: all others are of nothing that a school has on roll. */
export const areOfPupils = dataFormFigures.map((figure) => figure.endsWith('pupils'))

/** Amounts have up to four decimals: whole numbers of these add up without loss. */
const fine = 10_000

/**
 * Finds what a figure of a year is of pupils on roll, of the schools of a cohort of which exactly one form gives the
 * figure and whose roll of that year is known; null where there is no such school.
 */
export function onRollOf(
  evidence: Evidence,
  { schools }: Cohort,
): (year: AcademicYear, figure: number) => OnRoll | null {
  const { starts, keys, pupils, rolls } = heldAgainstRoll(evidence)
  const sums = new Map<number, { schools: number; pupils: number; roll: number }>()
  for (const school of schools)
    for (let at = starts[school]!; at < starts[school + 1]!; at++) {
      const key = keys[at]!
      let sum = sums.get(key)
      if (sum === undefined) sums.set(key, (sum = { schools: 0, pupils: 0, roll: 0 }))
      sum.schools += 1
      sum.pupils += pupils[at]!
      sum.roll += rolls[at]!
    }
  return (year, figure) => {
    const sum = sums.get(keyOf(year, figure))
    return sum === undefined ? null : { schools: sum.schools, pupils: sum.pupils / fine, roll: sum.roll / fine }
  }
}

/** Each figure of pupils that a school gives once, with its roll of that year, contiguous by school. */
interface HeldAgainstRoll {
  readonly starts: Uint32Array
  readonly keys: readonly number[]
  readonly pupils: readonly number[]
  readonly rolls: readonly number[]
}

const heldAgainstRoll = (evidence: Evidence): HeldAgainstRoll =>
  kept(evidence, heldAgainstRoll, () => {
    const { formFigures, schools } = evidence
    const [years, figures] = [numbersOf(formFigures, 'year'), numbersOf(formFigures, 'figure')]
    const [values, from] = [numbersOf(formFigures, 'value'), evidence.starts.formFigures]
    const [breakdowns, inAll] = [codesOf(formFigures, 'breakdown'), wordsOf(formFigures, 'breakdown').indexOf('')]
    const rollIn = rollsOf(evidence)
    const starts = new Uint32Array(schools.numRows + 1)
    const [keys, pupils, rolls]: [number[], number[], number[]] = [[], [], []]
    for (let school = 0; school < schools.numRows; school++) {
      const given = new Map<number, number | null>()
      for (let row = from[school]!; row < from[school + 1]!; row++) {
        if (breakdowns[row] !== inAll || areOfPupils[figures[row]!] !== true) continue
        const key = keyOf(years[row]!, figures[row]!)
        // Which pupils two forms both count is not known.
        given.set(key, given.has(key) ? null : values[row]!)
      }
      for (const [key, value] of given) {
        const roll = rollIn(school, Math.floor(key / dataFormFigures.length))
        if (value === null || roll === null) continue
        keys.push(key)
        pupils.push(Math.round(value * fine))
        rolls.push(Math.round(roll * fine))
      }
      starts[school + 1] = keys.length
    }
    return { starts, keys, pupils, rolls }
  })

/** Finds a school's pupils on roll in an academic year, by the first of its URNs that has them; null where none has. */
function rollsOf({ schoolYears, starts }: Evidence): (school: number, year: AcademicYear) => number | null {
  const [years, pupils] = [numbersOf(schoolYears, 'year'), numbersOf(schoolYears, 'pupils')]
  return (school, year) => {
    for (let row = starts.schoolYears[school]!; row < starts.schoolYears[school + 1]!; row++)
      if (years[row] === year && !Number.isNaN(pupils[row])) return pupils[row]!
    return null
  }
}
