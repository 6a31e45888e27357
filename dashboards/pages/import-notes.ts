import { html, type Html } from '../parts/html.ts'

/** What is worth saying about a file that does not stop it. */
export const notesOf = (notes: readonly string[]): Html | null =>
  notes.length === 0
    ? null
    : html`<section>
        <h2 class="section-title" id="notes-title">Worth knowing</h2>
        <ul class="govuk-list govuk-list--bullet found">
          ${notes.map((note) => html`<li>${note}</li>`)}
        </ul>
      </section>`
