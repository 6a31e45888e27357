import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

type Builder = CreateTableBuilder<string, string>

/**
 * The audit log: every row holds the hash of the one before it and of itself, and none can be changed or taken out.
 * Its head says how far it goes; whoever writes to the log writes to the head first, and so writes alone.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const create = async (table: Builder): Promise<void> =>
    (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()

  await create(
    db.schema
      .createTable('audit_log')
      .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer')
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('hash_before', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull()),
  )
  await create(
    db.schema
      .createTable('audit_head')
      .addColumn('id', 'integer', (column) =>
        column
          .primaryKey()
          .notNull()
          .check(sql`id = 1`),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull()),
  )
  await sql`insert into audit_head (id, number, hash) values (1, 0, ${sql.lit('0'.repeat(64))})`.execute(db)
  if (dialect === 'sqlite') {
    for (const change of ['update', 'delete'] as const)
      await sql`create trigger ${sql.ref(`audit_log_no_${change}`)} before ${sql.raw(change)} on audit_log
        begin select raise(abort, 'the audit log is only added to'); end`.execute(db)
    return
  }
  await sql`create function audit_log_is_kept() returns trigger language plpgsql as
    ${sql.lit("begin raise exception 'the audit log is only added to'; end")}`.execute(db)
  await sql`create trigger audit_log_no_change before update or delete or truncate on audit_log
    for each statement execute function audit_log_is_kept()`.execute(db)
}
