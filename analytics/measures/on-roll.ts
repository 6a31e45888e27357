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

const ofPupils = [...areOfPupils.keys()].filter((figure) => areOfPupils[figure] === true)

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
  const { amounts, firstOf } = rollCells(evidence)
  return (year, figure) => {
    const first = firstOf(year, figure)
    const schools = counts[first] ?? 0
    if (schools === 0) return null
    return { schools, pupils: amounts.sum(counts, first + 1), roll: amounts.sum(counts, first + 1 + amounts.width) }
  }
}

/** What is held against a roll: the form figures of pupils, in all, by their rows. */
function isHeld({ formFigures }: Evidence): (row: number) => boolean {
  const [figures, breakdowns] = [numbersOf(formFigures, 'figure'), codesOf(formFigures, 'breakdown')]
  const inAll = wordsOf(formFigures, 'breakdown').indexOf('')
  return (row) => breakdowns[row] === inAll && areOfPupils[figures[row]!] === true
}

/** Where each figure of each year has its cells: one of schools, then those of pupils given and of pupils on roll. */
const rollCells = (evidence: Evidence) =>
  kept(evidence, rollCells, () => {
    const [values, formYears] = [numbersOf(evidence.formFigures, 'value'), numbersOf(evidence.formFigures, 'year')]
    const rows = [...values.keys()].filter(isHeld(evidence))
    const rolls = [...numbersOf(evidence.schoolYears, 'pupils')].filter((pupils) => !Number.isNaN(pupils))
    const amounts = amountCells([...rows.map((row) => values[row]!), ...rolls])
    const years = [...new Set(rows.map((row) => formYears[row]!))]
    const width = 1 + 2 * amounts.width
    const size = years.length * ofPupils.length * width
    return {
      amounts,
      size,
      /** Behind all cells where there is none. */
      firstOf: (year: AcademicYear, figure: number): number => {
        const [place, at] = [years.indexOf(year), ofPupils.indexOf(figure)]
        return place === -1 || at === -1 ? size : (place * ofPupils.length + at) * width
      },
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
    const [isAsked, rollIn, { amounts, firstOf }] = [isHeld(evidence), rollsOf(evidence), rollCells(evidence)]
    return (school, tell) => {
      const given = new Map<number, Map<number, number | null>>()
      for (let row = starts.formFigures[school]!; row < starts.formFigures[school + 1]!; row++) {
        if (!isAsked(row)) continue
        const [year, figure] = [years[row]!, figures[row]!]
        const ofYear = given.get(year) ?? new Map<number, number | null>()
        // Which pupils two forms both count is not known.
        given.set(year, ofYear.set(figure, ofYear.has(figure) ? null : values[row]!))
      }
      for (const [year, ofYear] of given) {
        const roll = rollIn(school, year)
        if (roll === null) continue
        const cells: number[] = []
        for (const [figure, pupils] of ofYear) {
          if (pupils === null) continue
          const first = firstOf(year, figure)
          cells.push(first)
          amounts.add(pupils, first + 1, cells)
          amounts.add(roll, first + 1 + amounts.width, cells)
        }
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
