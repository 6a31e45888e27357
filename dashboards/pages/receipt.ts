import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { countText, numberText } from '../parts/number.ts'
import { kindText } from '../parts/sheet-kind.ts'
import { termsOf } from '../parts/terms.ts'
import { notesOf } from './import-notes.ts'
import type { ReceiptLine } from './receipts.ts'

/** A load as its own page shows it. */
export interface ReceiptShown extends ReceiptLine {
  readonly fileHash: string
  readonly loadedBy: string
  readonly dataVersion: number
  readonly rowCount: number
  readonly sameCount: number
  readonly notes: readonly string[]
}

/** What the page of one receipt shows. */
export interface ReceiptView {
  readonly frame: Frame
  readonly receipt: ReceiptShown
}

/** What a load did: the file, who and when, what came in, and what is worth knowing of it. */
export function receiptPage({ frame, receipt }: ReceiptView): Html {
  const title = `Receipt ${receipt.id}`
  const main = html`
    ${govuk('back-link', { text: 'All receipts', href: '/receipts' })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope file"><span class="file__name">${receipt.fileName}</span> · ${kindText(receipt.kind)}</p>
    </div>
    <p class="govuk-body review__sentence">${whatItDid(receipt)}</p>
    <div class="identity">
      ${termsOf([
        [receipt.undoes === null ? 'Loaded' : 'Undone', instantText(receipt.loadedAt)],
        ['By', receipt.loadedBy],
        ['Rows read', numberText(receipt.rowCount)],
        ['Data version', numberText(receipt.dataVersion)],
        ['The file’s SHA-256', html`<code class="hash">${receipt.fileHash}</code>`],
      ])}
    </div>
    ${notesOf(receipt.notes)}
    ${
      receipt.undoneBy === null &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="/receipts/${receipt.id}/undo"
          >${receipt.undoes === null ? 'Undo this load' : 'Undo this undo'}</a
        >
      </p>`
    }
    <p class="govuk-body">
      <a class="govuk-link" href="/import">Load another file</a>, go back to
      <a class="govuk-link" href="/hub">your hub</a>, or <a class="govuk-link" href="/">see the county</a>.
    </p>
  `
  return framed(frame, title, main)
}

/** What a load or an undo did, in a sentence; and what undid it. */
function whatItDid({ undoes, undoneBy, newCount, changedCount, sameCount }: ReceiptShown): Html {
  const after =
    undoneBy !== null &&
    html` Undone since: <a class="govuk-link" href="/receipts/${undoneBy}">receipt ${undoneBy}</a>.`
  if (undoes !== null)
    return html`Took back what <a class="govuk-link" href="/receipts/${undoes}">receipt ${undoes}</a> did.${after}`
  return html`${countText(newCount, 'row')} added, ${numberText(changedCount)} changed, ${numberText(sameCount)} known
  before.${after}`
}
