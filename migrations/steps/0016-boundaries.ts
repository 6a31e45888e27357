import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

/** The outlines of a hub's districts, for its maps. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const table = db.schema
    .createTable('boundary')
    .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
    .addColumn('receipt_id', 'integer', (column) => column.notNull().references('receipt.id'))
    .addColumn('source_sheet', 'text')
    .addColumn('source_row', 'integer', (column) => column.notNull())
    .addColumn('from_version', 'integer', (column) => column.notNull())
    .addColumn('until_version', 'integer')
    .addColumn('district', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('outline', 'text', (column) => column.notNull())
    .addColumn('attribution', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('boundary_key', ['hub_id', 'district', 'from_version'])
    .addCheckConstraint('boundary_versions', sql`until_version is null or until_version > from_version`)
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()
  await db.schema
    .createIndex('boundary_current')
    .on('boundary')
    .columns(['hub_id', 'district'])
    .unique()
    .where(sql<boolean>`until_version is null`)
    .execute()
}
