import type { CompiledQuery } from 'kysely'
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

/** Rows a statement: SQLite takes 1,000 terms in a row and 32,766 variables; beyond fifty rows little is won. */
const together = 50

type Values = readonly Cell[]

/** Runs one statement for many items, so many at a time; it is compiled once for each number of them. */
function inBatches(trx: Trx, first: Values, compile: (count: number) => CompiledQuery) {
  const compiled = new Map<number, CompiledQuery>()
  return async (items: readonly Values[]): Promise<void> => {
    for (let from = 0; from < items.length; from += together) {
      const batch = items.slice(from, from + together)
      const query = compiled.get(batch.length) ?? compile(batch.length)
      compiled.set(batch.length, query)
      await trx.executeQuery({ ...query, parameters: [...first, ...batch.flat()] })
    }
  }
}

const repeat = <Item>(item: Item, count: number): readonly Item[] => Array.from({ length: count }, () => item)

/** Closes the facts of a table that are superseded. */
function closer(trx: Trx, { hubId, version }: Load, table: FactTable) {
  const close = inBatches(trx, [version, hubId], (count) =>
    factsIn(trx)
      .updateTable(table)
      .set({ untilVersion: version })
      .where('hubId', '=', hubId)
      .where('untilVersion', 'is', null)
      .where((eb) => eb.or(repeat(eb.and(factKeys[table].map((field) => eb(field, '=', 0))), count)))
      .compile(),
  )
  return (changes: readonly Change[]): Promise<void> =>
    close(
      changes.flatMap(({ fact: { key }, difference: { is } }) =>
        is === 'changed' || is === 'gone' ? [factKeys[table].map((field) => key[field] ?? null)] : [],
      ),
    )
}

/** Adds the facts of a table that are new or other than before. The first of them shows which fields it has. */
function adder(trx: Trx, { hubId, receiptId, version }: Load, table: FactTable, fields: readonly string[]) {
  const provenance = ['hubId', 'receiptId', 'fromVersion', 'untilVersion', 'sourceSheet', 'sourceRow']
  const row = Object.fromEntries([...provenance, ...fields].map((field) => [field, 0]))
  const add = inBatches(trx, [], (count) => factsIn(trx).insertInto(table).values(repeat(row, count)).compile())
  return (changes: readonly Change[]): Promise<void> =>
    add(
      changes.flatMap(({ sheet, row, difference }) => {
        if (!('fields' in difference)) return []
        const said = difference.fields
        return [[hubId, receiptId, version, null, sheet, row, ...fields.map((field) => said[field] ?? null)]]
      }),
    )
}

const fieldsOf = (changes: readonly Change[]): readonly string[] | undefined => {
  const found = changes.find(({ difference }) => 'fields' in difference)?.difference
  return found !== undefined && 'fields' in found ? Object.keys(found.fields) : undefined
}

/** Closes what changes supersede and adds what they say; part after part with the same statements. */
export function changeWriter(trx: Trx, load: Load): (changes: readonly Change[]) => Promise<void> {
  const closers = new Map<FactTable, ReturnType<typeof closer>>()
  const adders = new Map<FactTable, ReturnType<typeof adder>>()
  return async (changes) => {
    for (const [table, ofTable] of Map.groupBy(changes, ({ fact }) => fact.table)) {
      const close = closers.get(table) ?? closer(trx, load, table)
      closers.set(table, close)
      await close(ofTable)
      const fields = fieldsOf(ofTable)
      if (fields === undefined) continue
      const add = adders.get(table) ?? adder(trx, load, table, fields)
      adders.set(table, add)
      await add(ofTable)
    }
  }
}
