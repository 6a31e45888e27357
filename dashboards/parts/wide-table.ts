import { html, type Content, type Html } from './html.ts'

/** What stands in a column that is numbers, to the right. */
export interface Numeric {
  readonly numeric: Content
}

/** The rows of a table that bring their bodies with them, a group of rows each. */
export interface Bodies {
  readonly bodies: Content
}

/** Whether it is such. */
export const isNumeric = (cell: Content | Numeric): cell is Numeric =>
  typeof cell === 'object' && cell !== null && 'numeric' in cell
const isBodies = (rows: Content | Bodies): rows is Bodies =>
  typeof rows === 'object' && rows !== null && 'bodies' in rows

/**
 * A table that scrolls by itself where it is wider than the window, named by its caption. `kind` is the name of its
 * looks, where they are not the usual ones.
 */
export const wideTable = (
  caption: string,
  headings: readonly (string | Numeric)[],
  rows: Content | Bodies,
  kind = '',
): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table class="govuk-table ${kind}">
      <caption class="govuk-visually-hidden">
        ${caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${headings.map((heading) =>
            isNumeric(heading)
              ? html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">${heading.numeric}</th>`
              : html`<th class="govuk-table__header" scope="col">${heading}</th>`,
          )}
        </tr>
      </thead>
      ${
        isBodies(rows)
          ? rows.bodies
          : html`<tbody class="govuk-table__body">
              ${rows}
            </tbody>`
      }
    </table>
  </div>
`

/** A row of such a table: its name, and what stands under the other headings. */
export const wideRow = (name: Content, cells: readonly (Content | Numeric)[]): Html =>
  html`<tr class="govuk-table__row">
    <th class="govuk-table__header" scope="row">${name}</th>
    ${cells.map((cell) =>
      isNumeric(cell)
        ? html`<td class="govuk-table__cell govuk-table__cell--numeric">${cell.numeric}</td>`
        : html`<td class="govuk-table__cell">${cell}</td>`,
    )}
  </tr>`
