import { html, type Html } from '../parts/html.ts'

/** The steward's further pages, each with what it is for. */
const pages = [
  ['/contacts', 'Contacts of schools', 'who may be written to, and who withdrew'],
  ['/held', 'What is held about somebody', 'to answer who asks, and to erase'],
  ['/retention', 'What is kept for how long', 'what would go and when'],
  ['/council-reports', 'Reports for councils', 'to look over and approve once a term'],
  ['/audit-log', 'Audit log', 'who did what, and when'],
] as const

/** The way to the steward's further pages. */
export const hubPages = (): Html => html`
  <section>
    <h2 class="section-title">Looking after it</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${pages.map(([href, text, use]) => html`<li><a class="govuk-link" href="${href}">${text}</a>: ${use}</li>`)}
    </ul>
  </section>
`
