import { awards } from '../../analytics/framework/award.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { cardTable } from '../parts/card-table.ts'
import { errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import type { FormView } from './import-view.ts'
import { goalCells, type GoalRow } from './hub-goals.ts'

/** A goal as some file said it. */
export interface GoalSaid extends GoalRow {
  readonly receiptId: number
  readonly fileName: string
  readonly loadedAt: string
  /** Whether it stands still. */
  readonly stands: boolean
}

/** The fields of a goal in its form, by name, in the order in which they stand there. */
export const goalFields = {
  goal: 'Goal',
  title: 'Title',
  measure: 'Measure',
  wanted: 'Wanted',
  strand: 'Strand',
  population: 'Population',
  baselinePercent: 'Baseline percent',
  baselineYear: 'Baseline year',
  targetPercent: 'Target percent',
  targetYear: 'Target year',
  function: 'Function',
} as const

export type GoalField = keyof typeof goalFields

/** What the form of a goal shows. */
export interface GoalView extends FormView {
  /** The goal that is changed; null for a new one. */
  readonly of: string | null
  readonly typed: Readonly<Record<GoalField, string>>
  readonly errors: readonly FormError[]
  /** All that was said of it, the newest first. */
  readonly told: readonly GoalSaid[]
}

/** The form of one goal, and what it said before. */
export function goalPage({ frame, token, of, typed, errors, told }: GoalView): Html {
  const title = of === null ? 'Add a goal' : `Goal ${of}`
  const main = html`
    ${govuk('back-link', { text: 'Plan and goals', href: '/hub/goals' })} ${errorSummary(errors)}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope">
        You see what would change before it is kept. It is loaded like a file: with a receipt, and with a way back.
      </p>
    </div>
    ${formOf({
      action: '/hub/goal',
      token,
      content: html`
        ${
          of === null
            ? inputOf('goal', 'Name', 'What it is known by, such as G1', typed, errors, 'govuk-input--width-10')
            : html`<input type="hidden" name="of" value="${of}" />`
        }
        ${inputOf('title', 'What it says', null, typed, errors, 'govuk-input--width-30')} ${whatItCounts(typed, errors)}
        ${inputOf('baselinePercent', 'Percent to begin with', 'Blank where it is not known', typed, errors)}
        ${inputOf('baselineYear', 'In the academic year', 'Such as 2023/24', typed, errors)}
        ${inputOf('targetPercent', 'Percent wanted', null, typed, errors)}
        ${inputOf('targetYear', 'By the end of the academic year', 'Such as 2027/28', typed, errors)}
        ${inputOf('function', 'Hub function', 'Which of the five it serves; may be blank', typed, errors, 'govuk-input--width-20')}
        ${govuk('button', { text: 'See what would change', preventDoubleClick: true })}
      `,
    })}
    ${told.length > 0 && historyOf(told)}
  `
  return framed(frame, titleWith(errors, title), main)
}

const inputOf = (
  field: GoalField,
  label: string,
  hint: string | null,
  typed: GoalView['typed'],
  errors: readonly FormError[],
  classes = 'govuk-input--width-5',
): Html =>
  govuk('input', {
    id: field,
    name: field,
    label: { text: label },
    ...(hint === null ? {} : { hint: { text: hint } }),
    value: typed[field],
    classes,
    ...errorAt(errors, field),
  })

const selectOf = (
  field: GoalField,
  label: string,
  items: readonly { readonly value: string; readonly text: string }[],
  typed: GoalView['typed'],
  errors: readonly FormError[],
): Html =>
  govuk('select', {
    id: field,
    name: field,
    label: { text: label },
    value: typed[field],
    items,
    ...errorAt(errors, field),
  })

const same = (words: readonly string[]) => words.map((word) => ({ value: word, text: word }))

const whatItCounts = (typed: GoalView['typed'], errors: readonly FormError[]): Html => html`
  ${selectOf(
    'measure',
    'What it measures',
    [
      { value: 'strand-profile', text: 'Levels' },
      { value: 'award-ladder', text: 'Awards' },
      { value: 'coverage', text: 'Schools reached' },
    ],
    typed,
    errors,
  )}
  ${selectOf('wanted', 'What a school needs to count', same([...levels, ...awards, 'Engaged', 'Audited', 'Re-audited']), typed, errors)}
  ${selectOf('strand', 'In which strand', [{ value: '', text: 'All four, or none' }, ...same(strands)], typed, errors)}
  ${inputOf('population', 'Of which schools', 'All, a phase such as Primary, or the LA code of a council', typed, errors, 'govuk-input--width-10')}
`

const historyOf = (told: readonly GoalSaid[]): Html => html`
  <section>
    <h2 class="section-title">What was said of it</h2>
    ${cardTable(
      'What was said of this goal, the newest first',
      ['Loaded', 'What it says', 'What it counts', 'Began at', 'Wanted', 'Receipt'],
      told.map((row) => ({
        name: html`${instantText(row.loadedAt)}${row.stands && ' (stands)'}`,
        cells: [
          ...goalCells(row),
          html`<a class="govuk-link" href="/receipts/${row.receiptId}">Receipt ${row.receiptId}</a>`,
        ],
      })),
    )}
  </section>
`
