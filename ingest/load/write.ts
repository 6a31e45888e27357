import type { CompiledQuery } from 'kysely'
import { factKeys, type FactTable } from '../../migrations/tables.ts'
import type { Cell, Fact } from '../sheets/fact.ts'
import type { Difference } from './difference.ts'
import { endedAt } from './ended.ts'
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

/** New facts of a table of a file without tabs, field after field of row after row. */
export interface Additions {
  readonly table: FactTable
  readonly fields: readonly string[]
  readonly values: readonly Cell[]
}

/** Rows a statement: SQLite takes 32,766 variables, and beyond two hundred rows nothing is won. */
const together = 200

type Values = readonly Cell[]

/** Runs one statement for many items of so many values, so many at a time; it is compiled once for each number of them. */
function inBatches(trx: Trx, width: number, compile: (count: number) => CompiledQuery) {
  const compiled = new Map<number, CompiledQuery>()
  return async (values: Values): Promise<void> => {
    const size = together * width
    for (let from = 0; from < values.length; from += size) {
      const parameters = values.slice(from, from + size)
      const count = parameters.length / width
      const query = compiled.get(count) ?? compile(count)
      compiled.set(count, query)
      await trx.executeQuery({ ...query, parameters })
    }
  }
}

const repeat = <Item>(item: Item, count: number): readonly Item[] => Array.from({ length: count }, () => item)

/** Closes the facts of a table that are superseded. */
function closer(trx: Trx, { hubId, version }: Load, table: FactTable) {
  const keys = factKeys[table]
  const close = inBatches(trx, keys.length, (count) =>
    factsIn(trx)
      .updateTable(table)
      .set((eb) => {
        const ended = Object.entries(endedAt(table, version))
        return Object.fromEntries(ended.map(([field, value]) => [field, eb.lit(value)]))
      })
      .where((eb) => eb('hubId', '=', eb.lit(hubId)))
      .where('untilVersion', 'is', null)
      .where((eb) => eb.or(repeat(eb.and(keys.map((field) => eb(field, '=', 0))), count)))
      .compile(),
  )
  return (changes: readonly Change[]): Promise<void> =>
    close(
      changes.flatMap(({ fact: { key }, difference: { is } }) =>
        is === 'changed' || is === 'gone' ? keys.map((field) => key[field] ?? null) : [],
      ),
    )
}

/** Adds facts of a table, of which the fields are told; what all of them have alike stands in the statement itself. */
function adder(trx: Trx, { hubId, receiptId, version }: Load, table: FactTable, fields: readonly string[]) {
  return inBatches(trx, fields.length, (count) =>
    factsIn(trx)
      .insertInto(table)
      .values((eb) => {
        const [hub, receipt, from] = [eb.lit(hubId), eb.lit(receiptId), eb.lit(version)]
        const row = Object.fromEntries(fields.map((field) => [field, 0]))
        return repeat({ hubId: hub, receiptId: receipt, fromVersion: from, ...row }, count)
      })
      .compile(),
  )
}

const fieldsOf = (changes: readonly Change[]): readonly string[] | undefined => {
  const found = changes.find(({ difference }) => 'fields' in difference)?.difference
  return found !== undefined && 'fields' in found ? Object.keys(found.fields) : undefined
}

const valuesOf = (changes: readonly Change[], fields: readonly string[]): Values =>
  changes.flatMap(({ sheet, row, difference }) =>
    'fields' in difference ? [sheet, row, ...fields.map((field) => difference.fields[field] ?? null)] : [],
  )

/** Writes what a load changes, part after part with the same statements. */
export function changeWriter(trx: Trx, load: Load) {
  const closers = new Map<FactTable, ReturnType<typeof closer>>()
  const adders = new Map<string, ReturnType<typeof adder>>()
  const adderOf = (table: FactTable, fields: readonly string[]): ReturnType<typeof adder> => {
    const key = [table, ...fields].join(' ')
    const add = adders.get(key) ?? adder(trx, load, table, fields)
    adders.set(key, add)
    return add
  }
  return {
    /** Closes what changes supersede and adds what they say. The first of a table shows which fields its facts have. */
    write: async (changes: readonly Change[]): Promise<void> => {
      for (const [table, ofTable] of Map.groupBy(changes, ({ fact }) => fact.table)) {
        const close = closers.get(table) ?? closer(trx, load, table)
        closers.set(table, close)
        await close(ofTable)
        const fields = fieldsOf(ofTable)
        if (fields === undefined) continue
        await adderOf(table, ['sourceSheet', 'sourceRow', ...fields])(valuesOf(ofTable, fields))
      }
    },
    add: async (additions: readonly Additions[]): Promise<void> => {
      for (const { table, fields, values } of additions) await adderOf(table, fields)(values)
    },
  }
}
