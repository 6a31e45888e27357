import type { CellCounts } from '../evidence/cell-counts.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { textOrder } from '../evidence/text-order.ts'
import { firstDayOf, type AcademicYear } from '../framework/academic-year.ts'
import { dataFormFigures } from '../framework/data-form-figure.ts'
import { dayNumber } from '../framework/day.ts'

/** Each value that forms give for one figure in one breakdown and year, the lowest first. */
export interface Group {
  readonly year: AcademicYear
  readonly figure: number
  readonly breakdown: string
  readonly values: Float64Array
  /** The cell of its first value: each has one of the forms that give it, and one of those that estimate it. */
  readonly cell: number
}

/** All groups in order, and the cell of each row of form figures. */
interface ValuesGiven {
  readonly groups: readonly Group[]
  readonly cells: Uint32Array
  readonly size: number
}

/** With the values in order, the middle of those of any schools is found by counting. */
export const valuesGiven = (evidence: Evidence): ValuesGiven =>
  kept(evidence, valuesGiven, () => {
    const { formFigures } = evidence
    const [year, figure] = [numbersOf(formFigures, 'year'), numbersOf(formFigures, 'figure')]
    const [breakdown, words] = [codesOf(formFigures, 'breakdown'), wordsOf(formFigures, 'breakdown')]
    const [value, estimated] = [numbersOf(formFigures, 'value'), numbersOf(formFigures, 'estimated')]
    const cells = new Uint32Array(value.length)
    const keyOf = (row: number): number =>
      (year[row]! * dataFormFigures.length + figure[row]!) * words.length + breakdown[row]!
    let size = 0
    const groups = [...Map.groupBy(value.keys(), keyOf).values()].map((rows): Group => {
      const values = Float64Array.from(new Set(rows.map((row) => value[row]!))).toSorted()
      const placeOf = new Map([...values].map((each, place) => [each, place]))
      const [[first = 0], cell] = [rows, size]
      for (const row of rows) cells[row] = cell + 2 * placeOf.get(value[row]!)! + estimated[row]!
      size += 2 * values.length
      return { year: year[first]!, figure: figure[first]!, breakdown: words[breakdown[first]!] ?? '', values, cell }
    })
    return { groups: groups.toSorted(groupOrder), cells, size }
  })

const groupOrder = (a: Group, b: Group): number =>
  b.year - a.year || a.figure - b.figure || textOrder(a.breakdown, b.breakdown)

/** All values of a school's forms of a year, from the beginning of that year on. */
export const figureSpells: SpellKind = {
  name: 'form figures',
  size: (evidence) => valuesGiven(evidence).size,
  tell: (evidence) => {
    const [year, starts] = [numbersOf(evidence.formFigures, 'year'), evidence.starts.formFigures]
    const { cells } = valuesGiven(evidence)
    const from = year.reduce((days, each) => days.set(each, dayNumber(firstDayOf(each))), new Map<number, number>())
    return (school, tell) => {
      for (let row = starts[school]!, end = row; row < starts[school + 1]!; row = end) {
        while (end < starts[school + 1]! && year[end] === year[row]) end++
        tell(from.get(year[row]!)!, forever, ...cells.subarray(row, end))
      }
    }
  },
}

/** Whether some form gives a value of a group. */
export function isGiven({ values, cell }: Group, counts: CellCounts): boolean {
  for (let at = cell; at < cell + 2 * values.length; at++) if (counts[at]! > 0) return true
  return false
}

/** How many values are given, their sum and how many are above 0; and the same of the estimated ones. */
export function sumsOf({ values, cell }: Group, counts: CellCounts) {
  let given = 0
  let sum = 0
  let positive = 0
  let estimated = 0
  let estimatedSum = 0
  let estimatedPositive = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    const unsure = counts[cell + 2 * at + 1]!
    const all = counts[cell + 2 * at]! + unsure
    given += all
    sum += value * all
    estimated += unsure
    estimatedSum += value * unsure
    if (value <= 0) continue
    positive += all
    estimatedPositive += unsure
  }
  return { given, sum, positive, estimated, estimatedSum, estimatedPositive }
}

/** The middle of the values, of which there are `given`, or halfway between the two in the middle. */
export function medianOf({ values, cell }: Group, counts: CellCounts, given: number): number {
  const [low, high] = [(given + 1) >> 1, (given + 2) >> 1]
  let seen = 0
  let middle: number | null = null
  for (let at = 0; at < values.length; at++) {
    seen += counts[cell + 2 * at]! + counts[cell + 2 * at + 1]!
    if (middle === null && seen >= low) middle = values[at]!
    if (seen >= high && middle !== null) return (middle + values[at]!) / 2
  }
  return 0
}
