import { errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { kindText } from '../parts/sheet-kind.ts'
import { sizeText } from '../parts/size.ts'
import { isWorking, nextStep } from './import-words.ts'
import type { FormView, OpenImport } from './import-view.ts'
import { receiptsTable, type ReceiptLine } from './receipts.ts'

/** What the page to load files from shows. Sizes are in megabytes. */
export interface ImportsView extends FormView {
  readonly open: readonly OpenImport[]
  readonly receipts: readonly ReceiptLine[]
  readonly errors: readonly FormError[]
  readonly limits: Limits
}

/** The most that is taken by the browser: megabytes of a workbook and of a CSV file, files at once, days kept. */
export interface Limits {
  readonly workbook: number
  readonly csv: number
  readonly files: number
  readonly days: number
}

/** The page to load files from: what can be sent, what waits, and what was loaded last. */
export function importsPage({ frame, token, open, receipts, errors, limits }: ImportsView): Html {
  // A page that says what went wrong stays until it is read.
  const current = errors.length > 0 ? undefined : open.find(({ state }) => isWorking(state))?.id
  const main = html`
    ${errorSummary(errors)}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">Load files</h1>
      <p class="heading__scope">
        Send the files your hub already keeps. Each is checked first, and you see what it would change before anything
        is kept.
      </p>
    </div>
    ${uploadForm(token, { errors, button: 'Check these files' })} ${accepted(limits)} ${waiting(open, current, limits)}
    ${latest(receipts)}
  `
  return framed(frame, titleWith(errors, 'Load files'), main, { refresh: current === undefined ? 0 : 3 })
}

/** The form to send files by: a field that files can be dropped on, with script or without. */
export const uploadForm = (
  token: string,
  {
    errors,
    button,
    instead,
  }: { readonly errors: readonly FormError[]; readonly button: string; readonly instead?: string },
): Html =>
  formOf({
    action: '/import',
    token,
    files: true,
    content: html`
      ${instead !== undefined && html`<input type="hidden" name="instead" value="${instead}" />`}
      <div class="drop" data-drop>
        ${govuk('file-upload', {
          id: 'files',
          name: 'files',
          multiple: true,
          label: { text: instead === undefined ? 'Files to load' : 'The mended file', classes: 'govuk-label--m' },
          hint: { text: 'CSV, Excel (.xlsx) or a map (GeoJSON, TopoJSON). Choose them, or drag them onto the field.' },
          ...errorAt(errors, 'files'),
        })}
        <p class="drop__chosen" data-chosen role="status"></p>
      </div>
      ${govuk('button', { text: button, preventDoubleClick: true })}
    `,
  })

const accepted = ({ workbook, csv, files }: Limits): Html => html`
  <div class="accepted">
    <p class="govuk-body">
      Audits, awards, priorities, reflections, criteria, data forms and goals; a framework; the national school register
      with its links; school characteristics, also as the Department for Education publishes them; and the boundaries of
      districts. Excel workbooks and maps may have ${workbook} MB and CSV files ${csv} MB, up to ${files} files at a
      time; larger ones are loaded by the command line, <code>npx crescendo ingest</code>.
    </p>
  </div>
`

function waiting(open: readonly OpenImport[], current: string | undefined, { days }: Limits): Html | null {
  if (open.length === 0) return null
  return html`<section class="waiting" data-working="${current}">
    <h2 class="section-title" id="waiting-title">Waiting for you</h2>
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">
        Files that are not loaded yet
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${['File', 'What it holds', 'Sent', 'Next'].map((heading) => html`<th class="govuk-table__header" scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${open.map(
          ({ id, name, size, kind, createdAt, state }) =>
            html`<tr class="govuk-table__row">
              <th class="govuk-table__header waiting__name" scope="row">
                ${name} <span class="figures__note">${sizeText(size)}</span>
              </th>
              <td class="govuk-table__cell">
                ${kind === null ? html`<span class="absent">Not known yet</span>` : kindText(kind)}
              </td>
              <td class="govuk-table__cell">${instantText(createdAt)}</td>
              <td class="govuk-table__cell">
                <a class="govuk-link" href="/import/${id}"
                  >${nextStep[state]}<span class="govuk-visually-hidden">: ${name}</span></a
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="notes">Files that nobody comes back to are cleared away after ${days} days.</p>
  </section>`
}

const latest = (receipts: readonly ReceiptLine[]): Html => html`
  <section>
    <h2 class="section-title" id="latest-title">Loaded last</h2>
    ${
      receipts.length === 0
        ? html`<p class="govuk-body">
            Nothing is loaded yet. Send the school register first: everything else is matched to it.
          </p>`
        : receiptsTable(receipts)
    }
    <p class="govuk-body">${receipts.length > 0 && html`<a class="govuk-link" href="/receipts">All receipts</a>`}</p>
  </section>
`
