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
import { rowSums } from './cells.ts'
import type { Measure } from './measure.ts'
import { areOfPupils, onRollOf, type OnRoll } from './on-roll.ts'
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
  /** Schools that give the figure once and whose roll of the year is known; `z` for all but figures of pupils in all. */
  readonly rollSchools: Figure
  /** What these schools give, and their pupils on roll; `x` where there is no such school. */
  readonly rollTotal: Figure
  readonly roll: Figure
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

const parts = ['given', 'notGiven'] as const

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
    {
      key: 'rollSchools',
      label: 'Roll known',
      unit: 'schools',
      note: 'give the figure in one form, and their pupils on roll in that academic year are known',
    },
    { key: 'rollTotal', label: 'Total where the roll is known', unit: 'amount', note: 'of these schools', adds: true },
    { key: 'roll', label: 'Pupils on roll', unit: 'amount', note: 'of these schools', adds: true },
  ],
  totalColumns: [{ key: 'forms', label: 'Data forms in all', unit: 'forms' }],
  notes: [
    'Figures are not added to each other: one pupil may be in several. Totals are of the schools that gave the figure, not of all schools.',
    'A share of pupils on roll is told of the schools whose roll of the same academic year is known, and of their pupils alone. Rolls are known in all, and not by key stage, gender, pupil premium, SEND or ethnicity.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'schoolYears', 'dataForms', 'formFigures'],
  find(evidence, cohort, asked) {
    const counts = tallyOf(evidence, formSpells, cohort, asked.asOf)
    const forms = new Map(
      formYears(evidence).map((year, at) => [year, isAsked(year, asked) ? counts[at]! : 0] as const),
    )
    const values = tallyOf(evidence, figureSpells, cohort, asked.asOf)
    // Which rows there are is asked of the whole population, so that a part of it has the same.
    const population = populationOf(evidence, asked.asOf, asked.where)
    const all = population.size === cohort.size ? values : tallyOf(evidence, figureSpells, population, asked.asOf)
    const onRoll = onRollOf(evidence, cohort)
    const rows = valuesGiven(evidence)
      .groups.filter((group) => isAsked(group.year, asked) && isGiven(group, all))
      .map((group) => ({
        ...rowOf(group, values, forms.get(group.year) ?? 0),
        ...sharesOf(group, onRoll(group.year, group.figure)),
      }))
    return {
      rows,
      totals: { forms: [...forms.values()].reduce((sum, count) => sum + count, 0) },
      identities: rowSums(rows.length, 'forms', parts),
    }
  },
}

const isAsked = (
  year: AcademicYear,
  { asOf, during }: { readonly asOf: Day; readonly during?: AcademicYear },
): boolean => firstDayOf(year) <= asOf && (during === undefined || year === during)

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

/** Each value that forms give for one figure in one breakdown and year, the lowest first. */
interface Group {
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
const valuesGiven = (evidence: Evidence): ValuesGiven =>
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
  b.year - a.year || a.figure - b.figure || (a.breakdown < b.breakdown ? -1 : a.breakdown > b.breakdown ? 1 : 0)

/** All values of a school's forms of a year, from the beginning of that year on. */
const figureSpells: SpellKind = {
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
function isGiven({ values, cell }: Group, counts: Int32Array): boolean {
  for (let at = cell; at < cell + 2 * values.length; at++) if (counts[at]! > 0) return true
  return false
}

type Shares = Pick<ProvisionFiguresRow, 'rollSchools' | 'rollTotal' | 'roll'>

/** What is told of pupils on roll: of figures of pupils in all, for by parts rolls are not known. */
function sharesOf({ figure, breakdown }: Group, onRoll: OnRoll | null): Shares {
  if (breakdown !== '' || areOfPupils[figure] !== true) return { rollSchools: 'z', rollTotal: 'z', roll: 'z' }
  if (onRoll === null) return { rollSchools: 0, rollTotal: 'x', roll: 'x' }
  const { schools, pupils, roll } = onRoll
  return { rollSchools: schools, rollTotal: roundHalfUp(pupils, 1), roll: roundHalfUp(roll, 1) }
}

function rowOf(group: Group, counts: Int32Array, forms: number): Omit<ProvisionFiguresRow, keyof Shares> {
  const { year, figure: at, breakdown } = group
  const figure = dataFormFigures[at] ?? 'whole-class pupils'
  const { given, sum, positive, estimated, estimatedSum, estimatedPositive } = sumsOf(group, counts)
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
    median: yesOrNo.has(figure) ? 'z' : roundHalfUp(medianOf(group, counts, given), 1),
    estimatedForms: estimated,
    estimatedTotal: amount(estimatedSum, estimatedPositive),
  }
}

/** How many values are given, their sum and how many are above 0; and the same of the estimated ones. */
function sumsOf({ values, cell }: Group, counts: Int32Array) {
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
function medianOf({ values, cell }: Group, counts: Int32Array, given: number): number {
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
