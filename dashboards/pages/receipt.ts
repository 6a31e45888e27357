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
    <p class="govuk-body review__sentence">
      ${countText(receipt.newCount, 'row')} added, ${numberText(receipt.changedCount)} changed,
      ${numberText(receipt.sameCount)} known before.
    </p>
    <div class="identity">
      ${termsOf([
        ['Loaded', instantText(receipt.loadedAt)],
        ['By', receipt.loadedBy],
        ['Rows read', numberText(receipt.rowCount)],
        ['Data version', numberText(receipt.dataVersion)],
        ['The file’s SHA-256', html`<code class="hash">${receipt.fileHash}</code>`],
      ])}
    </div>
    ${notesOf(receipt.notes)}
    <p class="govuk-body">
      <a class="govuk-link" href="/import">Load another file</a>, or <a class="govuk-link" href="/">see the county</a>.
    </p>
  `
  return framed(frame, title, main)
}
