import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

const isSaid = (column: string) => sql`${sql.ref(column)} <> ''`

/** What people confirmed about the columns of files: one mapping a hub and shape of file. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const table = db.schema
    .createTable('mapping')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
    .addColumn('name', 'text', (column) => column.notNull().check(isSaid('name')))
    .addColumn('shape', 'text', (column) => column.notNull().check(isSaid('shape')))
    .addColumn('kind', 'text', (column) => column.notNull().check(isSaid('kind')))
    .addColumn('body', 'text', (column) => column.notNull().check(isSaid('body')))
    .addColumn('confirmed_by', 'text', (column) => column.notNull().check(isSaid('confirmed_by')))
    .addColumn('confirmed_at', 'text', (column) => column.notNull().check(isSaid('confirmed_at')))
    .addColumn('used_count', 'integer', (column) => column.notNull().check(sql`used_count >= 0`))
    .addColumn('last_used_at', 'text')
    .addUniqueConstraint('mapping_shape', ['hub_id', 'shape'])
    .addUniqueConstraint('mapping_name', ['hub_id', 'name'])
    .addCheckConstraint('mapping_used', sql`(used_count = 0) = (last_used_at is null)`)
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()
}
