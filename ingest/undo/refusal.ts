import type { ReceiptTable } from '../../migrations/tables.ts'
import { listed } from '../note.ts'

export type Receipt = Readonly<ReceiptTable>

/** A later receipt that stands in the way of an undo, and why. */
export interface UndoFirst {
  readonly receiptId: number
  readonly file: string
  /** The receipt that it undid itself; null for a load. */
  readonly undoes: number | null
  readonly kind: string
  readonly loadedAt: string
  readonly why: string
}

/** The receipts in the way with all that each does there, newest first. */
export function undoFirstOf(
  reasons: readonly { readonly receipt: Receipt; readonly why: string }[],
): readonly UndoFirst[] {
  const byReceipt = Map.groupBy(reasons, ({ receipt: { id } }) => id)
  return [...byReceipt.values()]
    .flatMap(([first, ...more]): readonly UndoFirst[] => {
      if (first === undefined) return []
      const { id, fileName, undoes, kind, loadedAt } = first.receipt
      const whys = new Set([first, ...more].map(({ why }) => why))
      return [{ receiptId: id, file: fileName, undoes, kind, loadedAt, why: [...whys].join(', and ') }]
    })
    .toSorted((a, b) => b.receiptId - a.receiptId)
}

/** What a receipt is of: a file, or the undo of another receipt. */
const ofWhat = (file: string, undoes: number | null): string =>
  undoes === null ? file : `the undo of receipt ${undoes}`

/** Why a load cannot be undone yet, and what to undo before it. */
export function inTheWay(receipt: Receipt, first: readonly UndoFirst[]): string {
  const reasons = first
    .map(({ receiptId, file, undoes, why }) => `receipt ${receiptId} (${ofWhat(file, undoes)}) ${why}`)
    .join('; ')
  const order = listed(first.map(({ receiptId }) => `receipt ${receiptId}`))
  return `Receipt ${receipt.id} (${ofWhat(receipt.fileName, receipt.undoes)}) cannot be undone yet: ${reasons}. Undo ${order} first.`
}

/** That a load is undone already. */
export const undoneBefore = (receipt: Receipt, by: Receipt): string =>
  `Receipt ${receipt.id} (${ofWhat(receipt.fileName, receipt.undoes)}) is undone already: receipt ${by.id} undid it on ${by.loadedAt.slice(0, 10)}.`
