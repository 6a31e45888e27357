import { sql } from 'kysely'
import { factKeys, type Tables } from '../migrations/tables.ts'
import type { Store } from '../migrations/open.ts'

/** One cell of the store: the columns and values by which its row is known within its hub, and the column. */
export interface Place {
  readonly table: string
  readonly key: Readonly<Record<string, string | number>>
  readonly column: string
}

/** Where a text is taken out of a cell: each a beginning and a length, in order; null empties the cell. */
export type Spans = readonly (readonly [start: number, length: number])[] | null

/** What stands in the place of a name that was taken out. */
export const removed = '[name removed]'

/** A text without its spans; the same text where it is not long enough to have them. */
export function withoutSpans(text: string, spans: NonNullable<Spans>): string {
  const [start, length] = spans.at(-1) ?? [0, 0]
  if (start + length > text.length) return text
  return spans.reduceRight((rest, [at, long]) => rest.slice(0, at) + removed + rest.slice(at + long), text)
}

/**
 * Takes words out of a cell for good, in whatever version of a fact it is: the one change of what was written that no
 * later version gives back. False where there is no such cell.
 */
export async function redact(trx: Store, hubId: number, { table, key, column }: Place, spans: Spans): Promise<boolean> {
  const name = table as keyof Pick<Tables, 'priority'>
  const field = column as 'what'
  const ofHub =
    table === 'returnText'
      ? sql`return_id in (select id from return_issue where hub_id = ${hubId})`
      : sql`hub_id = ${hubId}`
  const is = sql<boolean>`${ofHub} and ${sql.join(
    Object.entries(key).map(([part, value]) => sql`${sql.ref(part)} = ${value}`),
    sql` and `,
  )}`
  const row = await trx.selectFrom(name).select(field).where(is).executeTakeFirst()
  const text = row?.[field]
  if (typeof text !== 'string') return false
  // What was agreed is always said, if only as a blank.
  const emptied = table === 'priority' && column === 'what' ? '' : null
  const rest = spans === null ? emptied : withoutSpans(text, spans)
  await trx
    .updateTable(name)
    .set({ [field]: rest } as object)
    .where(is)
    .execute()
  return true
}

/** Counts a hub's data version on, so that nothing made of the facts before they were redacted is shown again. */
export async function countOn(trx: Store, hubId: number, tables: readonly string[]): Promise<void> {
  if (!tables.some((table) => table in factKeys)) return
  await trx
    .updateTable('hub')
    .set((eb) => ({ dataVersion: eb('dataVersion', '+', 1) }))
    .where('id', '=', hubId)
    .execute()
}
