import type { Award } from '../../analytics/framework/award.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Level } from '../../analytics/framework/level.ts'
import type { Phase } from '../../analytics/framework/phase.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { dayText } from '../parts/day.ts'
import { filters } from '../parts/filters.ts'
import { framed, linkFrom, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Content, type Html } from '../parts/html.ts'
import { levelTag } from '../parts/level-tag.ts'
import { hrefOf } from '../parts/link.ts'
import { countText, numberText } from '../parts/number.ts'
import { councilName, scopeTitle } from '../parts/scope.ts'

/** The columns by which the schools can be sorted (`sort` in the address), as they stand in the table. */
export const schoolSorts = [
  'name',
  'council',
  'district',
  'phase',
  'audited',
  'curriculum-music',
  'co-curricular',
  'leadership-and-management',
  'community-and-partnerships',
  'award',
] as const

export type SchoolSort = (typeof schoolSorts)[number]

/** How many schools stand on one page. */
export const schoolsOnPage = 50

/** One school of the list. */
export interface SchoolLine {
  readonly urn: number
  readonly name: string
  /** The LA code of its council. */
  readonly council: string
  readonly district: string | null
  readonly phase: Phase
  /** The day of its latest audit; null if it has none. */
  readonly auditedOn: Day | null
  /** The levels of its latest audit in the order of the strands, null where not rated; none if it has no audit. */
  readonly levels: readonly (Level | null)[]
  /** Its latest award on the day, and whether that is still valid; null if it has none. */
  readonly award: { readonly award: Award; readonly valid: boolean } | null
}

/** What the list of schools shows: one page of the schools found, already searched, sorted and cut to length. */
export interface SchoolsView {
  readonly frame: Frame
  /** What was searched for in names (`q` in the address), blank for nothing. */
  readonly q: string
  readonly sort: SchoolSort
  /** `order` in the address. */
  readonly order: 'ascending' | 'descending'
  /** From 1 (`page` in the address). */
  readonly page: number
  /** How many schools were found, on all pages. */
  readonly found: number
  readonly schools: readonly SchoolLine[]
}

/** The list of schools. */
export function schoolsPage(view: SchoolsView): Html {
  const { frame, found, schools } = view
  const title = scopeTitle(frame.where, frame.choices)
  const main = html`
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      ${filters(frame, searchBox(view))}
      <p class="heading__scope" role="status">${foundText(view)}</p>
    </div>
    ${
      schools.length > 0 &&
      html`<div class="scroll" role="region" tabindex="0" aria-labelledby="schools-caption">
        <table class="govuk-table schools">
          <caption class="govuk-visually-hidden" id="schools-caption">
            ${title}, as things stood on ${dayText(frame.asOf)}
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              ${schoolSorts.map((sort) => headingCell(view, sort))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            ${schools.map((school) => lineOf(frame, school))}
          </tbody>
        </table>
      </div>`
    }
    ${pagesOf(view, Math.ceil(found / schoolsOnPage))}
  `
  return framed(frame, title, main)
}

const headings: Readonly<Record<SchoolSort, string>> = {
  name: 'School',
  council: 'Council',
  district: 'District',
  phase: 'Phase',
  audited: 'Latest audit',
  'curriculum-music': strands[0],
  'co-curricular': strands[1],
  'leadership-and-management': strands[2],
  'community-and-partnerships': strands[3],
  award: 'Award',
}

const searchBox = ({ q, sort, order }: SchoolsView): Html => html`
  ${govuk('input', {
    id: 'filter-q',
    name: 'q',
    label: { text: 'School name' },
    type: 'search',
    value: q,
    classes: 'govuk-!-width-full',
  })}
  <input type="hidden" name="sort" value="${sort}" />
  <input type="hidden" name="order" value="${order}" />
`

function foundText({ frame, q, found, page }: SchoolsView): string {
  const named = q === '' ? '' : ` with “${q}” in the name`
  const day = `as things stood on ${dayText(frame.asOf)}`
  if (found === 0) return `No schools${named}, ${day}.`
  const from = (page - 1) * schoolsOnPage + 1
  const shown =
    found <= schoolsOnPage
      ? ''
      : ` Showing ${numberText(from)} to ${numberText(Math.min(found, page * schoolsOnPage))}.`
  return `${countText(found, 'school')}${named}, ${day}.${shown}`
}

/** The address of this list sorted or paged otherwise. */
const listAt = ({ frame, q, sort, order }: SchoolsView, and: object): string =>
  linkFrom(frame, frame.path, { q, sort, order, ...and })

function headingCell(view: SchoolsView, sort: SchoolSort): Html {
  const current = view.sort === sort
  const order = current && view.order === 'ascending' ? 'descending' : 'ascending'
  return html`<th class="govuk-table__header" scope="col" ${current && html`aria-sort="${view.order}"`}>
    <a class="sort" href="${listAt(view, { sort, order })}"
      >${headings[sort]}${current && html`<span class="sort__way" aria-hidden="true"> ${view.order === 'ascending' ? '▲' : '▼'}</span>`}</a
    >
  </th>`
}

function lineOf(frame: Frame, { urn, name, council, district, phase, auditedOn, levels, award }: SchoolLine): Html {
  const cell = (content: Content) => html`<td class="govuk-table__cell">${content}</td>`
  return html`<tr class="govuk-table__row">
    <th class="govuk-table__header schools__name" scope="row">
      <a class="govuk-link" href="${schoolLink(frame, urn)}">${name}</a>
    </th>
    ${cell(councilName(frame.choices, council))} ${cell(district ?? 'Not known')} ${cell(phase)}
    ${cell(auditedOn === null ? html`<span class="absent">Not audited</span>` : html`<span class="day">${dayText(auditedOn)}</span>`)}
    ${strands.map((_, at) => cell(auditedOn === null ? html`<span class="absent">Not audited</span>` : levelTag(levels[at] ?? null)))}
    ${cell(award === null ? html`<span class="absent">None</span>` : `${award.award}${award.valid ? '' : ' (lapsed)'}`)}
  </tr>`
}

/** A school's own page says all that is known today, so its address leaves out which schools were listed. */
const schoolLink = ({ asOf, today }: Frame, urn: number): string =>
  hrefOf(`/schools/${urn}`, asOf === today ? {} : { asOf })

function pagesOf(view: SchoolsView, last: number): Html | null {
  if (last <= 1) return null
  const near = [1, view.page - 1, view.page, view.page + 1, last].filter((page) => page >= 1 && page <= last)
  const items = [...new Set(near)].flatMap((page, at, pages) => {
    const item = { number: page, href: listAt(view, { page }), current: page === view.page }
    return page - (pages[at - 1] ?? 0) > 1 ? [{ ellipsis: true }, item] : [item]
  })
  return govuk('pagination', {
    items,
    ...(view.page > 1 ? { previous: { href: listAt(view, { page: view.page - 1 }) } } : {}),
    ...(view.page < last ? { next: { href: listAt(view, { page: view.page + 1 }) } } : {}),
  })
}
