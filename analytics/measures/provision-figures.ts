import type { Cohort } from '../cohorts/cohort.ts'
import { populationOf } from '../cohorts/population.ts'
import { tallyOf } from '../cohorts/tally.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { firstDayOf, type AcademicYear } from '../framework/academic-year.ts'
import { dataFormFigures, type DataFormFigure } from '../framework/data-form-figure.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import type { Figure } from '../framework/mark.ts'
import type { Measure } from './measure.ts'
import { roundHalfUp } from './percent.ts'

export interface ProvisionFiguresRow {
  readonly year: AcademicYear
  readonly figure: DataFormFigure
  readonly breakdown: string
  readonly forms: number
  readonly given: number
  readonly notGiven: number
  /** `z` for figures whose sum means nothing. */
  readonly total: Figure
  /** `z` for figures that say yes or no. */
  readonly median: Figure
  readonly estimatedForms: number
  readonly estimatedTotal: Figure
}

export interface ProvisionFiguresTotals {
  readonly forms: number
}

/** What stands for the breakdown of a figure in all. */
const inAll = 'All'

/** Figures that say yes (above 0) or no: their total is how many say yes. */
const yesOrNo: ReadonlySet<DataFormFigure> = new Set(['subject lead named', 'music development plan'])

/** Figures of time: the sum of schools' weeks and terms means nothing. */
const notSummed: ReadonlySet<DataFormFigure> = new Set(['whole-class terms', 'curriculum minutes a week'])

/**
 * For each academic year begun by the as-of day, each figure of the population's data forms in all and in each
 * breakdown: how many forms give it, their sum and median, and apart how much of that is estimated. A form is one URN's
 * for one year. Figures are never added to each other: the same pupils may be in several.
 *
 * Source: docs/measures.md, provision-figures.
 */
export const provisionFigures: Measure<ProvisionFiguresRow, ProvisionFiguresTotals> = {
  id: 'provision-figures',
  title: 'Provision figures',
  question: 'What do data forms say is provided in our schools?',
  needs: [],
  takes: ['during'],
  columns: [
    { key: 'year', label: 'Year', unit: 'academic year' },
    { key: 'figure', label: 'Figure', unit: 'words' },
    { key: 'breakdown', label: 'Of', unit: 'words' },
    { key: 'forms', label: 'Data forms', unit: 'forms', note: 'sent for the year' },
    { key: 'given', label: 'Give the figure', unit: 'forms' },
    { key: 'notGiven', label: 'Do not', unit: 'forms', note: 'blank is not nothing' },
    {
      key: 'total',
      label: 'Total',
      unit: 'amount',
      note: 'of the forms that give it; for yes or no, the forms that say yes',
      adds: true,
    },
    { key: 'median', label: 'Median', unit: 'amount', note: 'of the forms that give it' },
    { key: 'estimatedForms', label: 'Estimated', unit: 'forms', note: 'of those that give it, said to be estimated' },
    {
      key: 'estimatedTotal',
      label: 'Total estimated',
      unit: 'amount',
      note: 'the part of the total said to be estimated',
      adds: true,
    },
  ],
  totalColumns: [{ key: 'forms', label: 'Data forms in all', unit: 'forms' }],
  notes: [
    'Figures are not added to each other: one pupil may be in several. Totals are of the schools that gave the figure, not of all schools.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'dataForms', 'formFigures'],
  find(evidence, cohort, asked) {
    const counts = tallyOf(evidence, formSpells, cohort, asked.asOf)
    const forms = new Map(
      formYears(evidence).map((year, at) => [year, isAsked(year, asked) ? counts[at]! : 0] as const),
    )
    const population = populationOf(evidence, asked.asOf, asked.where)
    const [mine, all] = [isIn(evidence, cohort), isIn(evidence, population)]
    // Which rows there are is asked of the whole population, so that a part of it has the same.
    const rows = groupsOf(evidence)
      .filter((group) => isAsked(group.year, asked) && group.schools.some((school) => all[school] === 1))
      .map((group) => rowOf(group, mine, forms.get(group.year) ?? 0))
    return {
      rows,
      totals: { forms: [...forms.values()].reduce((sum, count) => sum + count, 0) },
      identities: rows.map((_, row) => ({
        whole: { row, key: 'forms' },
        parts: (['given', 'notGiven'] as const).map((key) => ({ row, key })),
      })),
    }
  },
}

const isAsked = (
  year: AcademicYear,
  { asOf, during }: { readonly asOf: Day; readonly during?: AcademicYear },
): boolean => firstDayOf(year) <= asOf && (during === undefined || year === during)

/** For each school of a hub, 1 where it is of the cohort. */
function isIn({ schools }: Evidence, cohort: Cohort): Uint8Array {
  const isThere = new Uint8Array(schools.numRows)
  for (const school of cohort.schools) isThere[school] = 1
  return isThere
}

/** The years of which there are data forms. */
const formYears = (evidence: Evidence): readonly AcademicYear[] =>
  kept(evidence, 'years of data forms', () => [...new Set(numbersOf(evidence.dataForms, 'year'))])

/** That there is a data form of a school, from the beginning of its year on. */
const formSpells: SpellKind = {
  name: 'data forms',
  size: (evidence) => formYears(evidence).length,
  tell: (evidence) => {
    const [year, starts] = [numbersOf(evidence.dataForms, 'year'), evidence.starts.dataForms]
    const cells = new Map(
      formYears(evidence).map((year, cell) => [year, { cell, from: dayNumber(firstDayOf(year)) }] as const),
    )
    return (school, tell) => {
      for (let row = starts[school]!; row < starts[school + 1]!; row++) {
        const { cell = 0, from = forever } = cells.get(year[row]!) ?? {}
        tell(from, forever, cell)
      }
    }
  },
}

/** All that forms say of one figure in one breakdown and year: beside each value its school, the lowest value first. */
interface Group {
  readonly year: AcademicYear
  readonly figure: number
  readonly breakdown: string
  readonly values: Float64Array
  readonly schools: Uint32Array
  readonly estimated: Uint8Array
}

/** All groups in order. Sorted once, the middle of any part of the schools is found by counting. */
const groupsOf = (evidence: Evidence): readonly Group[] =>
  kept(evidence, 'form figures in order', () => {
    const { formFigures } = evidence
    const [year, figure] = [numbersOf(formFigures, 'year'), numbersOf(formFigures, 'figure')]
    const [breakdown, words] = [codesOf(formFigures, 'breakdown'), wordsOf(formFigures, 'breakdown')]
    const [value, estimated] = [numbersOf(formFigures, 'value'), numbersOf(formFigures, 'estimated')]
    const school = numbersOf(formFigures, 'school')
    const rowsOf = new Map<number, number[]>()
    for (let row = 0; row < value.length; row++) {
      const key = (year[row]! * dataFormFigures.length + figure[row]!) * words.length + breakdown[row]!
      const rows = rowsOf.get(key)
      if (rows === undefined) rowsOf.set(key, [row])
      else rows.push(row)
    }
    return [...rowsOf.values()]
      .map((rows): Group => {
        const order = rows.toSorted((a, b) => value[a]! - value[b]!)
        const [first = 0] = rows
        return {
          year: year[first]!,
          figure: figure[first]!,
          breakdown: words[breakdown[first]!] ?? '',
          values: Float64Array.from(order, (row) => value[row]!),
          schools: Uint32Array.from(order, (row) => school[row]!),
          estimated: Uint8Array.from(order, (row) => estimated[row]!),
        }
      })
      .toSorted(groupOrder)
  })

const groupOrder = (a: Group, b: Group): number =>
  b.year - a.year || a.figure - b.figure || (a.breakdown < b.breakdown ? -1 : a.breakdown > b.breakdown ? 1 : 0)

function rowOf(group: Group, mine: Uint8Array, forms: number): ProvisionFiguresRow {
  const { year, figure: at, breakdown } = group
  const figure = dataFormFigures[at] ?? 'whole-class pupils'
  const { given, sum, positive, estimated, estimatedSum, estimatedPositive } = sumsOf(group, mine)
  const amount = (added: number, counted: number): Figure => {
    if (notSummed.has(figure)) return 'z'
    return yesOrNo.has(figure) ? counted : roundHalfUp(added, 1)
  }
  return {
    year,
    figure,
    breakdown: breakdown || inAll,
    forms,
    given,
    notGiven: forms - given,
    total: amount(sum, positive),
    median: yesOrNo.has(figure) ? 'z' : roundHalfUp(medianOf(group, mine, given), 1),
    estimatedForms: estimated,
    estimatedTotal: amount(estimatedSum, estimatedPositive),
  }
}

/** How many values some schools give, their sum and how many are above 0; and the same of the estimated ones. */
function sumsOf({ values, schools, estimated: isEstimated }: Group, mine: Uint8Array) {
  let given = 0
  let sum = 0
  let positive = 0
  let estimated = 0
  let estimatedSum = 0
  let estimatedPositive = 0
  for (let row = 0; row < values.length; row++) {
    if (mine[schools[row]!] === 0) continue
    const value = values[row]!
    given += 1
    sum += value
    if (value > 0) positive += 1
    if (isEstimated[row] === 0) continue
    estimated += 1
    estimatedSum += value
    if (value > 0) estimatedPositive += 1
  }
  return { given, sum, positive, estimated, estimatedSum, estimatedPositive }
}

/** The middle of the values of some schools, of which there are `given`, or halfway between the two in the middle. */
function medianOf({ values, schools }: Group, mine: Uint8Array, given: number): number {
  const [low, high] = [(given + 1) >> 1, (given + 2) >> 1]
  let seen = 0
  let middle = 0
  for (let row = 0; row < values.length; row++) {
    if (mine[schools[row]!] === 0) continue
    seen += 1
    if (seen === low) middle = values[row]!
    if (seen === high) return (middle + values[row]!) / 2
  }
  return 0
}
