import { factKeys, type FactTable } from '../../migrations/tables.ts'
import type { Cell, Fact } from '../sheets/fact.ts'
import type { Difference } from './difference.ts'
import { factsIn, type Trx } from './known.ts'

/** A fact of a file with its difference from what is known. */
export interface Change {
  readonly fact: Fact
  readonly sheet: string | null
  readonly row: number
  readonly difference: Difference
}

/** Whose the changes are, and the data version they make. */
export interface Load {
  readonly hubId: number
  readonly receiptId: number
  readonly version: number
}

/** SQLite takes 32,766 variables a statement, and 1,000 terms in a row. */
const variables = 30_000
const terms = 200

const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

async function closeFacts(trx: Trx, { hubId, version }: Load, table: FactTable, facts: readonly Fact[]): Promise<void> {
  for (const chunk of chunks(facts, terms))
    await factsIn(trx)
      .updateTable(table)
      .set({ untilVersion: version })
      .where('hubId', '=', hubId)
      .where('untilVersion', 'is', null)
      .where((eb) =>
        eb.or(chunk.map(({ key }) => eb.and(factKeys[table].map((field) => eb(field, '=', key[field] ?? null))))),
      )
      .execute()
}

async function insertFacts(trx: Trx, load: Load, table: FactTable, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap(({ sheet, row, difference }): readonly Record<string, Cell>[] =>
    'fields' in difference
      ? [
          {
            ...difference.fields,
            hubId: load.hubId,
            receiptId: load.receiptId,
            sourceSheet: sheet,
            sourceRow: row,
            fromVersion: load.version,
            untilVersion: null,
          },
        ]
      : [],
  )
  const width = Object.keys(rows[0] ?? {}).length
  for (const chunk of chunks(rows, Math.min(500, Math.floor(variables / Math.max(width, 1)))))
    await factsIn(trx).insertInto(table).values(chunk).execute()
}

/** Closes what the changes supersede and adds what they say. */
export async function writeChanges(trx: Trx, load: Load, changes: readonly Change[]): Promise<void> {
  for (const [table, ofTable] of Map.groupBy(changes, ({ fact }) => fact.table)) {
    const superseding = ofTable.filter(({ difference: { is } }) => is === 'changed' || is === 'gone')
    await closeFacts(
      trx,
      load,
      table,
      superseding.map(({ fact }) => fact),
    )
    await insertFacts(trx, load, table, ofTable)
  }
}
