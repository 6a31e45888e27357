/** A receipt as far as undoing goes: `undoes` is the receipt it takes back, null for a load. */
export interface ReceiptPlace {
  readonly id: number
  readonly undoes: number | null
}

/**
 * By the receipts that do not stand, the one that undid each. A load that was undone, and that undo undone in turn,
 * stands again. For example, of receipts 1, 2 that undoes 1, and 3 that undoes 2, only 2 does not stand.
 */
export function undoneBy(receipts: readonly ReceiptPlace[]): ReadonlyMap<number, number> {
  const undone = new Map<number, number>()
  // Newest first: whether a receipt stands depends on later ones alone.
  for (const { id, undoes } of receipts.toSorted((a, b) => b.id - a.id))
    if (undoes !== null && !undone.has(id)) undone.set(undoes, id)
  return undone
}
