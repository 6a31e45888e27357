import { undoneBy } from '../standing.ts'
import type { Receipt } from './refusal.ts'

/**
 * What later files of the same kind told that was known already: a load keeps no fact for a row that only repeats, so
 * such a row goes with the load that is undone.
 */
export function repeatedIn({ id: undone, kind, undoes }: Receipt, receipts: readonly Receipt[]): readonly string[] {
  const gone = undoneBy(receipts)
  return receipts
    .filter((later) => undoes === null && later.id > undone && later.kind === kind && later.undoes === null)
    .filter(({ id, sameCount }) => sameCount > 0 && !gone.has(id))
    .map(({ id, fileName, sameCount }) =>
      sameCount === 1
        ? `Receipt ${id} (${fileName}) had 1 row that was known already. If it was known from this load, it is gone: load that file again.`
        : `Receipt ${id} (${fileName}) had ${sameCount} rows that were known already. Those known from this load are gone: load that file again.`,
    )
}
