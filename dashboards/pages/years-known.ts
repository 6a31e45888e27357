import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { html, type Html } from '../parts/html.ts'
import { numberText, percentText } from '../parts/number.ts'
import { wideTable } from '../parts/wide-table.ts'
import type { SchoolYearKnown } from './school-view.ts'

/** What a school was like by academic year, the newest first; nothing where none is known. */
export const yearsOf = (years: readonly SchoolYearKnown[]): Html | null =>
  years.length === 0
    ? null
    : html`<section class="years">
        <h2 class="section-title" id="years">What the school is like</h2>
        ${wideTable(
          'What the school is like, by academic year',
          ['Year', 'Pupils', 'Free school meals', 'SEND', 'Deprivation, tenth', 'Rural or urban'],
          years.toReversed().map(rowOf),
        )}
      </section>`

const unknown = html`<span class="absent">Not known</span>`

function rowOf({ year, pupils, fsm, send, deprivation, settlement }: SchoolYearKnown): Html {
  const cell = (content: Html | string | null) => html`<td class="govuk-table__cell">${content ?? unknown}</td>`
  return html`<tr class="govuk-table__row">
    <th class="govuk-table__header" scope="row">${academicYearText(year)}</th>
    ${cell(pupils === null ? null : numberText(pupils))}
    ${cell(fsm === null ? null : `${percentText(fsm.percent)} (${fsm.basis})`)}
    ${cell(send === null ? null : percentText(send))}
    ${cell(deprivation === null ? null : `${deprivation} of 10${deprivation === 1 ? ', the most deprived' : ''}`)}
    ${cell(settlement)}
  </tr>`
}
