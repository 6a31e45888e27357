import type { Store } from '../../migrations/open.ts'
import { factKeys, type FactTable } from '../../migrations/tables.ts'
import { isOfSchools } from './fact-tables.ts'

/** What of a fact is told beside its key: never free text, and no person. */
const told: Readonly<Partial<Record<FactTable, readonly string[]>>> = {
  rating: ['level'],
  award: ['award'],
  reflectionPriority: ['achieved'],
  criterionRating: ['judgement'],
  schoolYear: ['pupils', 'deprivationDecile', 'ruralUrban'],
  schoolFsm: ['percent'],
}

/** One version of a fact, with where it came from and between which data versions it holds. */
export interface SourceRow {
  readonly table: FactTable
  /** Its key and what else of it is told, by column. */
  readonly says: Readonly<Record<string, string | number | null>>
  readonly receiptId: number
  readonly sheet: string | null
  readonly row: number
  readonly fromVersion: number
  readonly untilVersion: number | null
}

/** Whose facts are wanted: those under some URNs, or, of tables that have none, the hub's own. */
export interface SourcesWanted {
  readonly tables: readonly FactTable[]
  readonly urns: readonly number[]
  /** The newest data version that is looked at. */
  readonly version: number
}

/** Every version of every fact wanted, table by table in the order of their keys, the newest version of each first. */
export async function listSourceRows(
  store: Store,
  hubId: number,
  { tables, urns, version }: SourcesWanted,
): Promise<readonly SourceRow[]> {
  const found: SourceRow[] = []
  for (const table of new Set(tables)) {
    const keys: readonly string[] = factKeys[table]
    const says = [...keys, ...(told[table] ?? [])]
    const provenance = ['receiptId', 'sourceSheet', 'sourceRow', 'fromVersion', 'untilVersion'] as const
    const query = store
      .selectFrom(table as 'rating')
      .select([...(says as ['urn']), ...provenance])
      .where('hubId', '=', hubId)
      .where('fromVersion', '<=', version)
      .$if(isOfSchools(table), (of) => of.where('urn', 'in', [...urns]))
    const inOrder = (keys as readonly 'urn'[]).reduce((sorted, key) => sorted.orderBy(key), query)
    const rows = await inOrder.orderBy('fromVersion', 'desc').execute()
    for (const { receiptId, sourceSheet, sourceRow, fromVersion, untilVersion, ...said } of rows)
      found.push({ table, says: said, receiptId, sheet: sourceSheet, row: sourceRow, fromVersion, untilVersion })
  }
  return found
}

/** The data versions at which some fact of the tables came or went, the newest first. */
export async function listVersions(
  store: Store,
  hubId: number,
  tables: readonly FactTable[],
): Promise<readonly number[]> {
  const versions = new Set<number>()
  for (const table of new Set(tables))
    for (const column of ['fromVersion', 'untilVersion'] as const) {
      const rows = await store
        .selectFrom(table as 'rating')
        .select(column)
        .distinct()
        .where('hubId', '=', hubId)
        .where(column, 'is not', null)
        .execute()
      for (const row of rows) versions.add(Number(row[column]))
    }
  return [...versions].toSorted((a, b) => b - a)
}
