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

const headings = ['Receipt', 'File', 'What it holds', 'When', 'New', 'Changed'] as const

/** Receipts as a table. */
export const receiptsTable = (receipts: readonly ReceiptLine[]): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-label="Receipts">
    <table class="govuk-table receipts">
      <caption class="govuk-visually-hidden">
        Files that were loaded, the newest first
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${headings.map(
            (heading) =>
              html`<th class="govuk-table__header ${isCount(heading) && 'govuk-table__header--numeric'}" scope="col">
                ${heading}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${receipts.map(lineOf)}
      </tbody>
    </table>
  </div>
`

const isCount = (heading: string): boolean => heading === 'New' || heading === 'Changed'

const lineOf = (receipt: ReceiptLine): Html => html`
  <tr class="govuk-table__row">
    <th class="govuk-table__header" scope="row">
      <a class="govuk-link" href="/receipts/${receipt.id}"
        ><span class="govuk-visually-hidden">Receipt </span>${receipt.id}</a
      >
    </th>
    <td class="govuk-table__cell">
      ${receipt.fileName}${receipt.undoneBy !== null && html` <span class="figures__note">Undone</span>`}
    </td>
    <td class="govuk-table__cell">
      ${receipt.undoes === null ? kindText(receipt.kind) : `Undo of receipt ${receipt.undoes}`}
    </td>
    <td class="govuk-table__cell">${instantText(receipt.loadedAt)}</td>
    <td class="govuk-table__cell govuk-table__cell--numeric">${numberText(receipt.newCount)}</td>
    <td class="govuk-table__cell govuk-table__cell--numeric">${numberText(receipt.changedCount)}</td>
  </tr>
`
