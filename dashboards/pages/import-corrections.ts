import { dayText } from '../parts/day.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'
import type { Correction, Findings } from './import-view.ts'

const blank = html`<span class="absent">Blank</span>`

/** A value as people read it; numbers stand as they are, for many are codes. */
const valueText = (value: Correction['from']): Html | string =>
  value === null ? blank : typeof value === 'string' ? dayText(value) : String(value)

/** What the file says, and what that is read as where it is kept in other words; a day is only written otherwise. */
function inFile({ to, said }: Correction): Html | string {
  const read = valueText(to)
  if (said === undefined || (typeof to === 'string' && read !== to)) return read
  return html`${said} ${to !== null && html`<span class="figures__note">read as ${read}</span>`}`
}

/** The columns of the table of corrections after its first, the row with its school. */
const correctionColumns = [
  { heading: 'Column', of: ({ column }: Correction) => column ?? blank },
  { heading: 'Known now', of: ({ from }: Correction) => valueText(from) },
  { heading: 'In this file', of: inFile },
] as const

/** What would change, cell by cell; what is not listed is counted. */
export function correctionsOf({ corrections, changed }: Findings): Html | null {
  if (corrections.length === 0) return null
  const left = changed - new Set(corrections.map(({ sheet, row }) => `${row} ${sheet}`)).size
  return html`<section>
    <h2 class="section-title" id="corrections-title">What would change</h2>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="corrections-title">
      <table class="govuk-table review__corrections">
        <caption class="govuk-visually-hidden">
          Cells that differ from what is known
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th class="govuk-table__header" scope="col">Row</th>
            ${correctionColumns.map(({ heading }) => html`<th class="govuk-table__header" scope="col">${heading}</th>`)}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${corrections.map(
            (correction) =>
              html`<tr class="govuk-table__row">
                <th class="govuk-table__header" scope="row">
                  ${correction.sheet !== null && `${correction.sheet}, `}${numberText(correction.row)}
                  ${correction.school !== null && html`<span class="figures__note">${correction.school}</span>`}
                </th>
                ${correctionColumns.map(({ of }) => html`<td class="govuk-table__cell">${of(correction)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${left > 0 && html`<p class="notes">And ${countText(left, 'more row')} with changes.</p>`}
  </section>`
}
