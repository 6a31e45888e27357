import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { loadsFiles } from '../parts/visitor.ts'

/** What the first page shows before anything is loaded; `frame.hub` is null where there is no hub either. */
export interface EmptyView {
  readonly frame: Frame
}

/** A page that says which commands to run next. */
export function emptyPage({ frame }: EmptyView): Html {
  const main = html`
    <h1 class="govuk-heading-l">Nothing is loaded yet</h1>
    ${
      frame.hub === null
        ? html`<p class="govuk-body">
              Crescendo is running, and no hub has been set up. First name the hub and the codes of the local
              authorities in its area:
            </p>
            <pre class="command"><code>npx crescendo hub add "Our Music Hub" --area 855,856
npx crescendo person invite "Your Name" --role "data steward"</code></pre>
            <p class="govuk-body">
              The second prints the address at which you sign in for the first time. Then load the hub’s files, the
              school register first:
            </p>`
        : html`<p class="govuk-body">
            ${frame.hub} is set up, and no school register has been loaded.
            ${
              frame.visitor !== null && loadsFiles(frame.visitor)
                ? html`<a class="govuk-link" href="/import">Load the hub’s files here</a>, the register first, or by the
                    command line:`
                : 'The hub’s data steward loads its files in the browser, or by the command line:'
            }
          </p>`
    }
    <pre class="command"><code>npx crescendo ingest register.csv
npx crescendo ingest audits.xlsx
npx crescendo ingest awards.csv priorities.csv reflections.csv</code></pre>
    <p class="govuk-body">
      Each file is checked before anything is kept. If something in it needs mending, you are told the row and what
      would be accepted, and nothing is loaded. Add <code>--dry-run</code> to check a file without loading it.
    </p>
    <p class="govuk-body">To see Crescendo with an invented county instead, run <code>npm run demo</code>.</p>
  `
  return framed(frame, 'Nothing is loaded yet', main)
}
