import type { Cohort } from '../cohorts/cohort.ts'
import { populationOf } from '../cohorts/population.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { firstDayOf, type AcademicYear } from '../framework/academic-year.ts'
import { dataFormFigures, type DataFormFigure } from '../framework/data-form-figure.ts'
import type { Day } from '../framework/day.ts'
import type { Figure } from '../framework/mark.ts'
import { quantile } from '../statistics/quantile.ts'
import type { Asked, Measure } from './measure.ts'
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
    },
    { key: 'median', label: 'Median', unit: 'amount', note: 'of the forms that give it' },
    { key: 'estimatedForms', label: 'Estimated', unit: 'forms', note: 'of those that give it, said to be estimated' },
    {
      key: 'estimatedTotal',
      label: 'Total estimated',
      unit: 'amount',
      note: 'the part of the total said to be estimated',
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
    const forms = formsOf(evidence, cohort, asked)
    const mine = groupsOf(evidence, cohort, asked)
    // Which rows there are is asked of the whole population, so that a part of it has the same.
    const rows = [...groupsOf(evidence, populationOf(evidence, asked.asOf, asked.where), asked)]
      .toSorted(([, a], [, b]) => groupOrder(a, b))
      .map(([key, group]) =>
        rowOf(mine.get(key) ?? { ...group, values: [], estimated: [] }, forms.get(group.year) ?? 0),
      )
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

/** How many data forms there are of each year. */
function formsOf(
  { dataForms, starts }: Evidence,
  { schools }: Cohort,
  asked: Asked,
): ReadonlyMap<AcademicYear, number> {
  const year = numbersOf(dataForms, 'year')
  const forms = new Map<AcademicYear, number>()
  for (const school of schools)
    for (let row = starts.dataForms[school]!; row < starts.dataForms[school + 1]!; row++)
      if (isAsked(year[row]!, asked)) forms.set(year[row]!, (forms.get(year[row]!) ?? 0) + 1)
  return forms
}

/** All that forms say of one figure in one breakdown and year. */
interface Group {
  readonly year: AcademicYear
  readonly figure: number
  readonly breakdown: string
  readonly values: number[]
  readonly estimated: number[]
}

function groupsOf({ formFigures, starts }: Evidence, { schools }: Cohort, asked: Asked): ReadonlyMap<string, Group> {
  const [year, figure] = [numbersOf(formFigures, 'year'), numbersOf(formFigures, 'figure')]
  const [breakdown, words] = [codesOf(formFigures, 'breakdown'), wordsOf(formFigures, 'breakdown')]
  const [value, estimated] = [numbersOf(formFigures, 'value'), numbersOf(formFigures, 'estimated')]
  const groups = new Map<string, Group>()
  for (const school of schools)
    for (let row = starts.formFigures[school]!; row < starts.formFigures[school + 1]!; row++) {
      if (!isAsked(year[row]!, asked)) continue
      const key = [year[row], figure[row], breakdown[row]].join(' ')
      const name = words[breakdown[row]!] ?? ''
      const group = groups.get(key) ?? {
        year: year[row]!,
        figure: figure[row]!,
        breakdown: name,
        values: [],
        estimated: [],
      }
      groups.set(key, group)
      group.values.push(value[row]!)
      if (estimated[row] === 1) group.estimated.push(value[row]!)
    }
  return groups
}

const groupOrder = (a: Group, b: Group): number =>
  b.year - a.year || a.figure - b.figure || (a.breakdown < b.breakdown ? -1 : a.breakdown > b.breakdown ? 1 : 0)

function rowOf({ year, figure: at, breakdown, values, estimated }: Group, forms: number): ProvisionFiguresRow {
  const figure = dataFormFigures[at] ?? 'whole-class pupils'
  return {
    year,
    figure,
    breakdown: breakdown || inAll,
    forms,
    given: values.length,
    notGiven: forms - values.length,
    total: totalOf(figure, values),
    median: yesOrNo.has(figure) ? 'z' : roundHalfUp(quantile(values, 0.5) ?? 0, 1),
    estimatedForms: estimated.length,
    estimatedTotal: totalOf(figure, estimated),
  }
}

function totalOf(figure: DataFormFigure, values: readonly number[]): Figure {
  if (notSummed.has(figure)) return 'z'
  if (yesOrNo.has(figure)) return values.filter((value) => value > 0).length
  return roundHalfUp(
    values.reduce((sum, value) => sum + value, 0),
    1,
  )
}
