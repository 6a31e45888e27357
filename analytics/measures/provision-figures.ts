import { populationOf } from '../cohorts/population.ts'
import { tallyOf } from '../cohorts/tally.ts'
import type { CellCounts } from '../evidence/cell-counts.ts'
import { numbersOf } from '../evidence/columns.ts'
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
import { figureSpells, isGiven, medianOf, sumsOf, valuesGiven, type Group } from './values-given.ts'

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
    const onRoll = onRollOf(evidence, cohort, asked.asOf)
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

type Shares = Pick<ProvisionFiguresRow, 'rollSchools' | 'rollTotal' | 'roll'>

/** What is told of pupils on roll: of figures of pupils in all, for by parts rolls are not known. */
function sharesOf({ figure, breakdown }: Group, onRoll: OnRoll | null): Shares {
  if (breakdown !== '' || areOfPupils[figure] !== true) return { rollSchools: 'z', rollTotal: 'z', roll: 'z' }
  if (onRoll === null) return { rollSchools: 0, rollTotal: 'x', roll: 'x' }
  const { schools, pupils, roll } = onRoll
  return { rollSchools: schools, rollTotal: roundHalfUp(pupils, 1), roll: roundHalfUp(roll, 1) }
}

function rowOf(group: Group, counts: CellCounts, forms: number): Omit<ProvisionFiguresRow, keyof Shares> {
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
