import { buttonForm } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { countText } from '../parts/number.ts'
import type { FormView } from './import-view.ts'
import type { ReceiptLine } from './receipts.ts'

/** What the page that asks whether to undo a load shows: what that would do, or why it cannot be done. */
export interface UndoView extends FormView {
  readonly receipt: Pick<ReceiptLine, 'id' | 'fileName' | 'undoes'>
  /** Facts of the load that would go, and facts that would come back as they were before it. */
  readonly takenOut: number
  readonly givenBack: number
  /** Null where it can be undone. */
  readonly refusal: string | null
  readonly undoFirst: readonly { readonly receiptId: number; readonly file: string; readonly why: string }[]
}

/** Asks whether to undo a load. */
export function undoPage(view: UndoView): Html {
  const { frame, receipt, refusal } = view
  const title = refusal === null ? 'Undo this load?' : 'This load cannot be undone'
  const main = html`
    ${govuk('back-link', { text: `Receipt ${receipt.id}`, href: `/receipts/${receipt.id}` })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope file"><span class="file__name">${receipt.fileName}</span> · Receipt ${receipt.id}</p>
    </div>
    ${refusal === null ? choice(view) : inTheWay(view, refusal)}
  `
  return framed(frame, `${title} Receipt ${receipt.id}`, main)
}

const choice = ({ token, receipt, takenOut, givenBack }: UndoView): Html => html`
  <p class="govuk-body">
    ${countText(takenOut, 'entry', 'entries')} that it brought would go, and ${countText(givenBack, 'entry', 'entries')}
    that it changed would be again as ${givenBack === 1 ? 'it was' : 'they were'} before. All figures change with it. An
    undo has a receipt of its own and can itself be undone.
  </p>
  <div class="choices">
    ${buttonForm(`/receipts/${receipt.id}/undo`, token, { text: 'Undo this load', classes: 'govuk-button--warning' })}
    <p class="choices__other"><a class="govuk-link" href="/receipts/${receipt.id}">Keep it</a></p>
  </div>
`

const inTheWay = ({ undoFirst }: UndoView, refusal: string): Html =>
  undoFirst.length === 0
    ? html`<p class="govuk-body">${refusal}</p>`
    : html`
        <p class="govuk-body">What was loaded later rests on it. Undo these first, in this order:</p>
        <ol class="govuk-list govuk-list--number found">
          ${undoFirst.map(
            ({ receiptId, file, why }) =>
              html`<li>
                <a class="govuk-link" href="/receipts/${receiptId}">Receipt ${receiptId}</a> (${file}): ${why}
              </li>`,
          )}
        </ol>
      `
