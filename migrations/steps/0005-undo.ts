import type { Kysely } from 'kysely'

/** A receipt of an undo names the receipt whose load it takes back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('receipt')
    .addColumn('undoes', 'integer', (column) => column.references('receipt.id'))
    .execute()
}
