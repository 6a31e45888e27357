import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Dialect } from '../dialect.ts'

/**
 * A hub's councils hold from a data version until another, as facts do: a council that joins, leaves or was entered by
 * mistake does not change what was known before.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema.alterTable('hub_area').renameTo('hub_area_before').execute()
  const table = db.schema
    .createTable('hub_area')
    .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
    .addColumn('la', 'text', (column) => column.notNull())
    .addColumn('from_on', 'text')
    .addColumn('to_on', 'text')
    .addColumn('from_version', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('until_version', 'integer')
    .addPrimaryKeyConstraint('hub_area_version_key', ['hub_id', 'la', 'from_version'])
    .addCheckConstraint('hub_area_versions', sql`until_version is null or until_version > from_version`)
    .addCheckConstraint('hub_area_days', sql`from_on is null or to_on is null or to_on >= from_on`)
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()
  await sql`insert into hub_area (hub_id, la, from_on, to_on) select hub_id, la, from_on, to_on from hub_area_before`.execute(
    db,
  )
  await db.schema.dropTable('hub_area_before').execute()
}
