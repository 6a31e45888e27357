import type { Generated } from 'kysely'

/**
 * What every fact carries: whose it is, which receipt and row brought it, and the data versions between which it
 * holds. A fact is never overwritten: a correction closes it at `untilVersion` and adds another. A fact that an undo
 * gave back keeps the receipt and row it first came from.
 */
export interface Fact {
  hubId: number
  receiptId: number
  sourceSheet: string | null
  sourceRow: number
  fromVersion: number
  untilVersion: number | null
}

/** A fact of the largest tables says as a number of its key since which version it is past; 0 while it holds. */
export interface KeyedFact extends Fact {
  past: Generated<number>
}
