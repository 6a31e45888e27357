import { html, type Content, type Html } from './html.ts'

/** What stands over a column: to the left, or over numbers to the right. */
type Heading = string | { readonly numeric: string }

/** A table that scrolls by itself where it is wider than the window, named by its caption; `rows` are its rows. */
export const wideTable = (caption: string, headings: readonly Heading[], rows: Content): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">
        ${caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${headings.map((heading) =>
            typeof heading === 'string'
              ? html`<th class="govuk-table__header" scope="col">${heading}</th>`
              : html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">${heading.numeric}</th>`,
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${rows}
      </tbody>
    </table>
  </div>
`
