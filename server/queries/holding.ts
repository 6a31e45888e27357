import { sql } from 'kysely'
import type { Store } from '../../migrations/open.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'

/** How a column or table is called in the database. */
const inSql = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Some URNs: those in a list, or all from one to another. */
export type Urns = readonly number[] | { readonly from: number; readonly to: number }

/** Which facts are read: those that hold for a hub at a data version, of all its URNs or of some. */
export interface Held {
  readonly hubId: number
  readonly version: number
  readonly urns?: Urns | undefined
}

/**
 * Some columns of the rows of a table of facts. The database itself calls them by our names: calling every column of
 * every row by another name takes longer than reading them.
 */
export async function readHolding<T extends FactTable, Column extends keyof Tables[T] & string>(
  store: Store,
  { hubId, version, urns }: Held,
  table: T,
  columns: readonly Column[],
): Promise<readonly Pick<Tables[T], Column>[]> {
  const named = columns.map((column) => sql`${sql.id(inSql(column))} as ${sql.id(column)}`)
  const { rows } = await sql<Pick<Tables[T], Column>>`
    select ${sql.join(named)} from ${sql.table(inSql(table))}
    where hub_id = ${hubId} and from_version <= ${version} and (until_version is null or until_version > ${version})
    ${urns === undefined ? sql`` : among(urns)}
  `.execute(store.withoutPlugins())
  return rows
}

const among = (urns: Urns) =>
  'from' in urns ? sql`and urn between ${urns.from} and ${urns.to}` : sql`and urn in (${sql.join(urns)})`
