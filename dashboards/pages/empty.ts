import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'

/** What is shown in the place of figures while no school is known; `frame.hub` is null where there is no hub either. */
export interface EmptyView {
  readonly frame: Frame
}

/** A page that says kindly what is missing, and who brings it. */
export function emptyPage({ frame }: EmptyView): Html {
  const main = html`
    <h1 class="govuk-heading-l">Nothing is loaded yet</h1>
    ${frame.hub === null ? noHub : noSchools(frame.hub)}
    <p class="govuk-body">To see Crescendo with an invented county instead, run <code>npm run demo</code>.</p>
  `
  return framed(frame, 'Nothing is loaded yet', main)
}

const noHub: Html = html`
  <p class="govuk-body">
    Crescendo is running, and no hub has been set up. Start it again with <code>npm start</code>: it prints the address
    at which the hub’s data steward begins. Or name the hub and the councils of its area by the command line:
  </p>
  <pre class="command"><code>npx crescendo hub add "Our Music Hub" --area 855,856</code></pre>
`

const noSchools = (hub: string): Html => html`
  <p class="govuk-body">
    ${hub} is set up, and no school register has been loaded, so there is no school to tell of. The hub’s data steward
    loads the register, and then the first audits, in the browser or by the command line:
  </p>
  <pre class="command"><code>npx crescendo ingest register.csv
npx crescendo ingest audits.xlsx</code></pre>
  <p class="govuk-body">As soon as that is done this page shows the county.</p>
`
