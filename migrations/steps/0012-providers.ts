import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

type Builder = CreateTableBuilder<string, string>

/**
 * By what name outside providers know people, and what a browser was asked for and has not answered yet: a passkey, or
 * to come back from a provider. A login session says from which provider it came, with the provider's word sealed.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const create = async (table: Builder): Promise<void> =>
    (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()

  await create(
    db.schema
      .createTable('identity')
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('provider', 'text', (column) => column.notNull())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_key', ['hub_id', 'provider', 'organisation', 'subject'] as never[]),
  )
  await db.schema.createIndex('identity_person').on('identity').column('person_id').execute()
  await create(
    db.schema
      .createTable('challenge')
      .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('passkey', 'provider')`))
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'text', (column) => column.notNull()),
  )
  await db.schema.createIndex('challenge_end').on('challenge').column('ends_at').execute()
  await db.schema.alterTable('login_session').addColumn('provider', 'text').execute()
  await db.schema.alterTable('login_session').addColumn('provider_word', 'text').execute()
}
