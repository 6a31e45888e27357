import { factKeys, type FactTable, type Tables } from '../../migrations/tables.ts'

export type Cell = string | number | null

type Provenance = 'hubId' | 'receiptId' | 'sourceSheet' | 'sourceRow' | 'fromVersion' | 'untilVersion' | 'past'
type KeyField<T extends FactTable> = (typeof factKeys)[T][number] & keyof Tables[T]

/** What names a fact of a table. */
export type KeyOf<T extends FactTable> = { readonly [Field in KeyField<T>]: Tables[T][Field] }

/** What a fact says. `undefined`: the file says nothing about it, and what is known stays. */
export type ContentOf<T extends FactTable> = {
  readonly [Field in Exclude<keyof Tables[T], KeyField<T> | Provenance>]: Tables[T][Field] | null | undefined
}

/** One fact that a row states, of any table. */
export interface Fact {
  readonly table: FactTable
  readonly key: Readonly<Record<string, Cell>>
  /** Null where the row states that there is no such fact, as a strand that was not rated. */
  readonly content: Readonly<Record<string, Cell | undefined>> | null
  /** Whether rows of one file tell it together, so that a blank does not disagree with what another row says. */
  readonly isTold: 'by one row' | 'together'
  /** The heading of the column that tells it, where its fields have none of their own. */
  readonly column: string | null
}

/** A fact of a table, whole: every content field is given, if only as undefined. */
export function factOf<T extends FactTable>(
  table: T,
  key: KeyOf<T>,
  content: ContentOf<T> | null,
  how: Partial<Pick<Fact, 'isTold' | 'column'>> = {},
): Fact {
  return { table, key, content, isTold: how.isTold ?? 'by one row', column: how.column ?? null } as Fact
}

/** The name of a fact as text, the same for the fact of a file and the row of the store. */
export const factKey = (table: FactTable, fields: Readonly<Record<string, unknown>>): string =>
  factKeys[table].map((field) => String(fields[field])).join('\u0000')

/** What a new fact says where its file says nothing. */
export const assumed: Partial<Record<FactTable, Readonly<Record<string, Cell>>>> = { goal: { population: 'All' } }
