import type { Store } from '../../migrations/open.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'

/** The query for the rows of a table of facts that hold for a hub at a data version. */
export const holding = (store: Store, table: FactTable, hubId: number, version: number) =>
  store
    .selectFrom(table as 'criterionRating')
    .where('hubId', '=', hubId)
    .where('fromVersion', '<=', version)
    .where((where) => where.or([where('untilVersion', 'is', null), where('untilVersion', '>', version)]))

/** The rows themselves. */
export const readHolding = <T extends FactTable>(store: Store, table: T, hubId: number, version: number) =>
  holding(store, table, hubId, version).selectAll().execute() as unknown as Promise<readonly Tables[T][]>
