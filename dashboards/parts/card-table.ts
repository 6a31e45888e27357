import { html, type Content, type Html } from './html.ts'
import { isNumeric, type Numeric } from './wide-table.ts'

/** A row: what it is called, and what it says under each of the other headings; null where it has nothing to say. */
interface CardLine {
  readonly name: Content
  readonly cells: readonly (Content | Numeric)[]
}

/**
 * A table of named things with words, or a few numbers, in its columns; on a phone the style sheet shows each as a card. Its parts name
 * their roles, for a table shown otherwise may be taken for none.
 */
export const cardTable = (
  caption: string,
  headings: readonly (string | Numeric)[],
  lines: readonly CardLine[],
): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table class="govuk-table cards" role="table">
      <caption class="govuk-visually-hidden">
        ${caption}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          ${headings.map(
            (heading) =>
              html`<th
                class="govuk-table__header ${isNumeric(heading) && 'govuk-table__header--numeric'}"
                scope="col"
                role="columnheader"
              >
                ${wordsOf(heading)}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        ${lines.map(
          ({ name, cells }) =>
            html`<tr class="govuk-table__row" role="row">
              <th class="govuk-table__header" scope="row" role="rowheader">${name}</th>
              ${cells.map(
                (cell, at) =>
                  html`<td
                    class="govuk-table__cell ${cell === null && 'cards__nothing'} ${isNumeric(cell) && 'govuk-table__cell--numeric'}"
                    role="cell"
                    data-label="${wordsOf(headings[at + 1])}"
                  >
                    ${isNumeric(cell) ? cell.numeric : (cell ?? '–')}
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`

const wordsOf = (heading: string | Numeric | undefined): Content => (isNumeric(heading) ? heading.numeric : heading)
