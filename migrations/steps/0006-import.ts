import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

type Builder = CreateTableBuilder<string, string>

/** Files that people send by the browser, staged until they are loaded or left out; their bytes are kept in parts. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
  const states = sql.join(
    [
      'arriving',
      'checking',
      'asking',
      'doubtful',
      'problems',
      'ready',
      'known',
      'loading',
      'loaded',
      'left out',
      'stopped',
    ].map((state) => sql.lit(state)),
  )

  const create = async (table: Builder): Promise<void> =>
    (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()

  await create(
    db.schema
      .createTable('import_file')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text')
      .addColumn('kind', 'text')
      .addColumn('year', 'integer')
      .addColumn('mapping', 'text')
      .addColumn('state', 'text', (column) => column.notNull().check(sql`state in (${states})`))
      .addColumn('version', 'integer')
      .addColumn('findings', 'text')
      .addColumn('said', 'text')
      .addColumn('receipt_id', 'integer', (column) => column.references('receipt.id'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull()),
  )
  await create(
    db.schema
      .createTable('import_part')
      .addColumn('import_id', 'text', (column) => column.notNull().references('import_file.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('bytes', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('import_part_key', ['import_id', 'number'] as never[]),
  )
  await db.schema.createIndex('import_file_hub').on('import_file').columns(['hub_id', 'created_at']).execute()
}
