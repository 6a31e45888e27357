import type { Cohort } from '../cohorts/cohort.ts'
import { tallyOf } from '../cohorts/tally.ts'
import { amountCells } from '../evidence/amounts.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { firstDayOf, type AcademicYear } from '../framework/academic-year.ts'
import { dataFormFigures } from '../framework/data-form-figure.ts'
import { dayNumber, type Day } from '../framework/day.ts'

/** What a figure of pupils is of the pupils on roll of the same schools. */
export interface OnRoll {
  /** The schools of which both are known. */
  readonly schools: number
  /** What their data forms give. */
  readonly pupils: number
  readonly roll: number
}

/** The figures of pupils: all others are of nothing that a school has on roll. */
export const areOfPupils = dataFormFigures.map((figure) => figure.endsWith('pupils'))

/**
 * Finds what a figure of a year is of pupils on roll, of the schools of a cohort of which exactly one form gives the
 * figure and whose roll of that year is known; null where there is no such school. No year is told before it begins.
 */
export function onRollOf(
  evidence: Evidence,
  cohort: Cohort,
  asOf: Day,
): (year: AcademicYear, figure: number) => OnRoll | null {
  const counts = tallyOf(evidence, heldAgainstRoll, cohort, asOf)
  const { firstOf, amounts } = rollCells(evidence)
  return (year, figure) => {
    const first = firstOf(year, figure)
    const schools = counts[first] ?? 0
    if (schools === 0) return null
    return { schools, pupils: amounts.sum(counts, first + 1), roll: amounts.sum(counts, first + 1 + amounts.width) }
  }
}

/** Where each figure of each year has its cells: one of schools, then those of pupils given and of pupils on roll. */
const rollCells = (evidence: Evidence) =>
  kept(evidence, rollCells, () => {
    const all = [numbersOf(evidence.formFigures, 'value'), numbersOf(evidence.schoolYears, 'pupils')] as const
    const amounts = amountCells(
      all.reduce((most, column) => column.reduce((a, b) => (b > a ? b : a), most), 0),
      all.every((column) => column.every((value) => Number.isNaN(value) || Number.isInteger(value))),
    )
    const years = [...new Set(numbersOf(evidence.formFigures, 'year'))]
    const placeOf = new Map(years.map((year, place) => [year, place]))
    const width = 1 + 2 * amounts.width
    return {
      amounts,
      size: years.length * dataFormFigures.length * width,
      firstOf: (year: AcademicYear, figure: number): number =>
        ((placeOf.get(year) ?? 0) * dataFormFigures.length + figure) * width,
    }
  })

/** Each figure of pupils that a school gives once, and its roll of that year, from the beginning of the year on. */
const heldAgainstRoll: SpellKind = {
  name: 'figures held against rolls',
  size: (evidence) => rollCells(evidence).size,
  tell: (evidence) => {
    const { formFigures, starts } = evidence
    const [years, figures] = [numbersOf(formFigures, 'year'), numbersOf(formFigures, 'figure')]
    const values = numbersOf(formFigures, 'value')
    const [breakdowns, inAll] = [codesOf(formFigures, 'breakdown'), wordsOf(formFigures, 'breakdown').indexOf('')]
    const [rollIn, { amounts, firstOf }] = [rollsOf(evidence), rollCells(evidence)]
    return (school, tell) => {
      const given = new Map<number, Map<number, number | null>>()
      for (let row = starts.formFigures[school]!; row < starts.formFigures[school + 1]!; row++) {
        const [year, figure] = [years[row]!, figures[row]!]
        if (breakdowns[row] !== inAll || areOfPupils[figure] !== true) continue
        const ofYear = given.get(year) ?? new Map<number, number | null>()
        // Which pupils two forms both count is not known.
        given.set(year, ofYear.set(figure, ofYear.has(figure) ? null : values[row]!))
      }
      for (const [year, ofYear] of given) {
        const roll = rollIn(school, year)
        if (roll === null) continue
        const cells = [...ofYear].flatMap(([figure, pupils]) => {
          if (pupils === null) return []
          const first = firstOf(year, figure)
          return [first, ...amounts.of(pupils, first + 1), ...amounts.of(roll, first + 1 + amounts.width)]
        })
        tell(dayNumber(firstDayOf(year)), forever, ...cells)
      }
    }
  },
}

/** Finds a school's pupils on roll in an academic year, by the first of its URNs that has them; null where none has. */
function rollsOf({ schoolYears, starts }: Evidence): (school: number, year: AcademicYear) => number | null {
  const [years, pupils] = [numbersOf(schoolYears, 'year'), numbersOf(schoolYears, 'pupils')]
  return (school, year) => {
    for (let row = starts.schoolYears[school]!; row < starts.schoolYears[school + 1]!; row++)
      if (years[row] === year && !Number.isNaN(pupils[row])) return pupils[row]!
    return null
  }
}
