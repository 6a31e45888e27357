import type { SchoolLine } from '../../analytics/cohorts/school-lines.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { dayText } from '../parts/day.ts'
import type { Frame } from '../parts/frame.ts'
import { html, type Content, type Html } from '../parts/html.ts'
import { levelTag } from '../parts/level-tag.ts'
import { hrefOf } from '../parts/link.ts'
import { councilName } from '../parts/scope.ts'
import { listAt, schoolSorts, type SchoolsView, type SchoolSort } from './schools-view.ts'

/**
 * The schools of one page as a table that can be sorted by any column. Its parts name their roles, for on a phone the
 * style sheet shows each row as a card, and a table shown otherwise may be taken for none.
 */
export const schoolsTable = (view: SchoolsView, title: string): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-labelledby="schools-caption">
    <table class="govuk-table schools cards" role="table">
      <caption class="govuk-visually-hidden" id="schools-caption">
        ${title}, as things stood on ${dayText(view.frame.asOf)}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          ${schoolSorts.map((sort) => headingCell(view, sort))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        ${view.schools.map((school) => lineOf(view.frame, school))}
      </tbody>
    </table>
  </div>
`

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

function headingCell(view: SchoolsView, sort: SchoolSort): Html {
  const current = view.sort === sort
  const order = current && view.order === 'ascending' ? 'descending' : 'ascending'
  return html`<th
    class="govuk-table__header"
    scope="col"
    role="columnheader"
    ${current && html`aria-sort="${view.order}"`}
  >
    <a class="sort" href="${listAt(view, { sort, order })}"
      >${headings[sort]}${current && html`<span class="sort__way" aria-hidden="true"> ${view.order === 'ascending' ? '▲' : '▼'}</span>`}</a
    >
  </th>`
}

const absent = (words: string): Html => html`<span class="absent">${words}</span>`

/** Of a school without audits nothing is repeated in the columns of the strands. */
const noLevel = html`<span class="absent" aria-hidden="true">–</span
  ><span class="govuk-visually-hidden">Not audited</span>`

const auditText = (day: Day | null): Html =>
  day === null ? absent('Not audited') : html`<span class="day">${dayText(day)}</span>`

function lineOf(frame: Frame, { urn, name, council, district, phase, auditedOn, levels, award }: SchoolLine): Html {
  return html`<tr class="govuk-table__row ${auditedOn === null && 'schools__unaudited'}" role="row">
    <th class="govuk-table__header schools__name" scope="row" role="rowheader">
      <a class="govuk-link" href="${schoolLink(frame, urn)}">${name}</a>
    </th>
    ${cellOf(councilName(frame.choices, council))} ${cellOf(district ?? 'Not known')} ${cellOf(phase)}
    ${cellOf(auditText(auditedOn), headings.audited)}
    ${strands.map((strand, at) => cellOf(auditedOn === null ? noLevel : levelTag(levels[at] ?? null), strand, 'schools__level'))}
    ${cellOf(award === null ? absent('None') : `${award.award}${award.valid ? '' : ' (lapsed)'}`, headings.award)}
  </tr>`
}

/** A cell; with its column's heading where a card cannot do without. */
const cellOf = (content: Content, label?: string, kind?: string): Html =>
  html`<td class="govuk-table__cell ${kind}" role="cell" ${label !== undefined && html`data-label="${label}"`}>
    ${content}
  </td>`

/** A school's own page says all that is known today, so its address leaves out which schools were listed. */
const schoolLink = ({ asOf, today }: Frame, urn: number): string =>
  hrefOf(`/schools/${urn}`, asOf === today ? {} : { asOf })
