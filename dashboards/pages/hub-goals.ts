import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { cardTable } from '../parts/card-table.ts'
import { html, type Content, type Html } from '../parts/html.ts'
import { hrefOf } from '../parts/link.ts'

/** A goal as its row says it. */
export interface GoalRow {
  readonly goal: string
  readonly title: string
  readonly function: string | null
  readonly measure: string
  readonly wanted: string
  readonly strand: string | null
  readonly population: string
  readonly baselinePercent: number | null
  readonly baselineYear: number | null
  readonly targetPercent: number
  readonly targetYear: number
}

/** A percentage at the end of an academic year: `17% in 2019/20`; null where neither is known. */
function aimText(percent: number | null, year: number | null): string | null {
  if (percent === null) return null
  return year === null ? `${percent}%` : `${percent}% in ${academicYearText(year)}`
}

const schoolsText = (population: string): string =>
  population === 'All'
    ? 'all schools'
    : /^\d/.test(population)
      ? `schools of council ${population}`
      : `${population} schools`

/** What a goal counts: `Audited, of all schools`, `Establishing in Curriculum music, of Primary schools`. */
const countsText = ({ wanted, strand, population }: GoalRow): string =>
  `${wanted}${strand === null ? '' : ` in ${strand}`}, of ${schoolsText(population)}`

/** Every goal of the plan, with the way to change it, and to add one. */
export const goalsTable = (goals: readonly GoalRow[]): Html => html`
  <section>
    ${
      goals.length > 0 &&
      cardTable(
        'Goals of the plan',
        ['Goal', 'What it says', 'What it counts', 'Began at', 'Wanted', 'Change'],
        goals.map(lineOf),
      )
    }
    <p class="govuk-body"><a class="govuk-link" href="/hub/goal">Add a goal</a></p>
  </section>
`

/** What a goal says, as cells of a row: its title, what it counts, where it began and what is wanted. */
export const goalCells = (row: GoalRow): readonly Content[] => [
  row.title,
  countsText(row),
  aimText(row.baselinePercent, row.baselineYear) ?? html`<span class="absent">Not known</span>`,
  aimText(row.targetPercent, row.targetYear),
]

const lineOf = (row: GoalRow) => ({
  name: html`<strong>${row.goal}</strong>`,
  cells: [
    ...goalCells(row),
    html`<a class="govuk-link" href="${hrefOf('/hub/goal', { and: { of: row.goal } })}"
      >Change<span class="govuk-visually-hidden"> ${row.goal}</span></a
    >`,
  ],
})
