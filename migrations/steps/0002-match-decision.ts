import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

/** What people settled about how a school is named. Rows are only added: of several on one naming the last stands. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const table = db.schema
    .createTable('match_decision')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('town', 'text', (column) => column.notNull())
    .addColumn('postcode', 'text', (column) => column.notNull())
    .addColumn('district', 'text', (column) => column.notNull())
    .addColumn('urn', 'integer', (column) => column.notNull())
    .addColumn('decided_by', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .addCheckConstraint('match_decision_naming', sql`number <> '' or name <> ''`)
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()
  await db.schema.createIndex('match_decision_hub').on('match_decision').columns(['hub_id', 'id']).execute()
}
