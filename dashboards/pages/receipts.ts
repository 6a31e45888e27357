import { cardTable } from '../parts/card-table.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { numberText } from '../parts/number.ts'
import { kindText } from '../parts/sheet-kind.ts'

/** One load, in a line; `undoneBy` is the receipt that took it back. */
export interface ReceiptLine {
  readonly id: number
  readonly fileName: string
  readonly kind: string
  /** An instant in UTC. */
  readonly loadedAt: string
  readonly newCount: number
  readonly changedCount: number
  /** The receipt whose load it took back; null for a load. */
  readonly undoes: number | null
  readonly undoneBy: number | null
}

/** What the list of receipts shows. */
export interface ReceiptsView {
  readonly frame: Frame
  readonly receipts: readonly ReceiptLine[]
}

/** Every load of the hub, the newest first. */
export function receiptsPage({ frame, receipts }: ReceiptsView): Html {
  const main = html`
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">Receipts</h1>
      <p class="heading__scope">Every file that was loaded, the newest first. Each can be undone, as a whole.</p>
    </div>
    ${
      receipts.length === 0
        ? html`<p class="govuk-body">Nothing is loaded yet. <a class="govuk-link" href="/import">Load files</a>.</p>`
        : receiptsTable(receipts)
    }
  `
  return framed(frame, 'Receipts', main)
}

/** Receipts as a table. */
export const receiptsTable = (receipts: readonly ReceiptLine[]): Html =>
  cardTable(
    'Files that were loaded, the newest first',
    ['Receipt', 'File', 'What it holds', 'When', { numeric: 'New' }, { numeric: 'Changed' }],
    receipts.map(lineOf),
  )

const lineOf = ({ id, fileName, kind, loadedAt, newCount, changedCount, undoes, undoneBy }: ReceiptLine) => ({
  name: html`<a class="govuk-link" href="/receipts/${id}">Receipt ${id}</a>`,
  cells: [
    html`<span class="waiting__name">${fileName}</span
      >${undoneBy !== null && html` <span class="figures__note">Undone</span>`}`,
    undoes === null ? kindText(kind) : `Undo of receipt ${undoes}`,
    instantText(loadedAt),
    { numeric: numberText(newCount) },
    { numeric: numberText(changedCount) },
  ],
})
