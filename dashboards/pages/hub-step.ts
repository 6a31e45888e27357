import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Content, type Html } from '../parts/html.ts'
import { exampleFile, kindText } from '../parts/sheet-kind.ts'
import { nextStep } from './import-words.ts'
import type { FormView, OpenImport } from './import-view.ts'
import { uploadForm } from './import.ts'
import type { FileStep } from './hub-steps.ts'
import { receiptsTable, type ReceiptLine } from './receipts.ts'

/** What the page of a step shows: what there is of it, in sentences, and the files sent and loaded for it. */
export interface StepView extends FormView {
  readonly step: FileStep
  readonly there: readonly string[]
  readonly open: readonly OpenImport[]
  readonly receipts: readonly ReceiptLine[]
}

/** The page of a step that is taken by sending files; `more` is what else there is to see and do. */
export function stepPage(view: StepView, more: Content = null): Html {
  const { frame, step } = view
  const main = html` ${wayBack} ${stepHeading(step)} ${thereOf(view)} ${more} ${sendingOf(view)} ${loadedOf(view)} `
  return framed(frame, step.title, main)
}

/** The way back to all steps. */
export const wayBack: Html = govuk('back-link', { text: 'Your hub', href: '/hub' })

const stepHeading = ({ title, purpose, leftOut }: FileStep): Html => html`
  <div class="heading">
    <h1 class="govuk-heading-xl heading__title">${title}</h1>
    <p class="heading__scope">${purpose}</p>
    ${leftOut !== null && html`<p class="heading__scope">${leftOut}</p>`}
  </div>
`

const thereOf = ({ there, open, step }: StepView): Html | null => {
  const waiting = open.filter(({ kind }) => kind === null || step.kinds.includes(kind))
  return there.length + waiting.length === 0
    ? null
    : html`<section>
        <h2 class="section-title">What is there</h2>
        <ul class="govuk-list govuk-list--bullet steps__list">
          ${there.map((sentence) => html`<li>${sentence}</li>`)}
          ${waiting.map(
            ({ id, name, state }) =>
              html`<li>“${name}” waits for you: <a class="govuk-link" href="/import/${id}">${nextStep[state]}</a></li>`,
          )}
        </ul>
      </section>`
}

const sendingOf = ({ token, step }: StepView): Html => html`
  <section>
    <h2 class="section-title">What to send</h2>
    <p class="govuk-body">${step.needed}</p>
    <ul class="govuk-list steps__list">
      ${step.kinds.map(
        (kind) =>
          html`<li>
            <a class="govuk-link" href="/hub/examples/${exampleFile(kind)}" download
              >Example: ${kindText(kind).toLowerCase()} (${kind === 'boundaries' ? 'GeoJSON' : 'CSV'})</a
            >
          </li>`,
      )}
    </ul>
    <p class="govuk-body">
      The examples are invented. Your headings may be others: you are asked what they mean, and nothing is kept before
      you have seen what it would change.
    </p>
    ${uploadForm(token, { errors: [], button: 'Check these files' })}
  </section>
`

const loadedOf = ({ receipts, step }: StepView): Html | null => {
  const own = receipts.filter(({ kind }) => step.kinds.includes(kind))
  return own.length === 0
    ? null
    : html`<section>
        <h2 class="section-title">Loaded for this step</h2>
        ${receiptsTable(own.slice(0, 5))}
      </section>`
}
