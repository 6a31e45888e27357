import { html, type Content, type Html } from './html.ts'

/** A table that scrolls by itself where it is wider than the window, named by its caption; `rows` are its rows. */
export const wideTable = (caption: string, headings: readonly string[], rows: Content): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">
        ${caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${headings.map((heading) => html`<th class="govuk-table__header" scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${rows}
      </tbody>
    </table>
  </div>
`
