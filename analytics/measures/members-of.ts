import { populationOf } from '../cohorts/population.ts'
import type { Cohort } from '../cohorts/cohort.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { dated } from './ask.ts'
import type { Asked, Column, Measure, Unit } from './measure.ts'

/** One figure of a measure: its row as `rowName` names it (`totals` for the totals), and the key of its column. */
export interface Place {
  readonly row: string
  readonly column: string
}

/** A school that a figure counts. */
export interface Member {
  /** The row numbers of the school and of the URN that speaks for it, in the evidence. */
  readonly school: number
  readonly urn: number
  /** How much of the figure is the school's own: 1, where schools are counted. */
  readonly figure: number
}

const counts: ReadonlySet<Unit> = new Set([
  'schools',
  'audits',
  'reflections',
  'priorities',
  'awards',
  'visits',
  'forms',
])
const shares: ReadonlySet<Unit> = new Set(['percent', 'pp', 'share', 'amount'])

/** Whether the figures of a column are the sums of what each school has: it counts, or adds up amounts. */
export const isSum = ({ unit, joint, adds }: Column): boolean => (counts.has(unit) || adds === true) && joint !== true

/** Whether a column is of those that name a row: it neither counts nor follows. */
export const isName = ({ unit, follows }: Column): boolean => !counts.has(unit) && !shares.has(unit) && follows !== true

/** What names a row among the others of an answer: the values of the columns that do, joined by semicolons. */
export const rowName = (columns: readonly Column[], row: object): string =>
  columns
    .filter(isName)
    .map(({ key }) => String(Reflect.get(row, key)))
    .join('; ')

/** The figure at a place of what a measure finds; 0 where it has no such row. */
function figureAt(
  measure: Measure<object, object>,
  evidence: Evidence,
  cohort: Cohort,
  asked: Asked,
  { row, column }: Place,
): number {
  const { rows, totals } = measure.find(evidence, cohort, asked)
  const found = row === 'totals' ? totals : rows.find((each) => rowName(measure.columns, each) === row)
  const figure: unknown = found === undefined ? 0 : Reflect.get(found, column)
  // A mark stands where there is nothing to add up.
  return typeof figure === 'number' ? figure : 0
}

const part = ({ schools, urns }: Cohort, from: number, to: number): Cohort => ({
  size: to - from,
  schools: schools.subarray(from, to),
  urns: urns.subarray(from, to),
})

/**
 * The schools that a figure counts, in the order of the evidence: those that, asked about alone, have some of it. What
 * they have adds up to the figure. The column must be a sum.
 *
 * As parts add up to the whole, a part without any of the figure needs no looking into, and where schools are counted
 * nor does one of which every school counts.
 */
export function membersOf(
  measure: Measure<object, object>,
  evidence: Evidence,
  given: Asked,
  place: Place,
): readonly Member[] {
  const described = place.row === 'totals' ? measure.totalColumns : measure.columns
  const column = described.find(({ key }) => key === place.column)
  if (column === undefined || !isSum(column)) throw new RangeError(`not a sum over schools: ${place.column}`)
  const asked = dated(measure, given)
  const within = (cohort: Cohort): readonly Member[] => {
    if (cohort.size === 0) return []
    const figure = figureAt(measure, evidence, cohort, asked, place)
    if (figure === 0) return []
    if (cohort.size === 1) return membersWith(cohort, figure)
    if (column.unit === 'schools' && figure === cohort.size) return membersWith(cohort, 1)
    const half = cohort.size >>> 1
    return [...within(part(cohort, 0, half)), ...within(part(cohort, half, cohort.size))]
  }
  const { asOf, where } = asked
  return within(measure.counted?.(evidence, asOf, where) ?? populationOf(evidence, asOf, where))
}

const membersWith = ({ schools, urns }: Cohort, figure: number): readonly Member[] =>
  Array.from(schools, (school, at) => ({ school, urn: urns[at]!, figure }))
