import type { FactTable } from '../../migrations/tables.ts'

const keyed: ReadonlySet<FactTable> = new Set(['audit', 'rating', 'criterionRating'])

/** What a fact of a table says once it ended at a data version. */
export const endedAt = (table: FactTable, version: number): Readonly<Record<string, number>> =>
  keyed.has(table) ? { untilVersion: version, past: version } : { untilVersion: version }
