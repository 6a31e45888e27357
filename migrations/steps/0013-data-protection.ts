import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

type Builder = CreateTableBuilder<string, string>

const isOneOf = (column: string, words: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`

/**
 * Contacts of schools with what they consented to and when they withdrew it, the marks of addresses that are not to be
 * written to, and what was erased, by marks without personal data from which it can be erased again after a restore.
 * What councils are shown at the end of a term is approved by somebody first.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const create = async (table: Builder): Promise<void> =>
    (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()
  const isDay = (column: string) => sql`${sql.ref(column)} like '____-__-__'`

  await create(
    db.schema
      .createTable('contact')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull().check(sql`name <> ''`))
      .addColumn('role', 'text', (column) =>
        column.notNull().check(isOneOf('role', ['Head Teacher', 'Music Coordinator', 'Other'])),
      )
      .addColumn('address', 'text', (column) => column.notNull().check(sql`address = lower(address) and address <> ''`))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addUniqueConstraint('contact_once', ['hub_id', 'urn', 'address'] as never[]),
  )
  await create(
    db.schema
      .createTable('withdrawal')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('withdrawn_on', 'text', (column) => column.notNull().check(isDay('withdrawn_on')))
      .addColumn('source', 'text', (column) =>
        column.notNull().check(isOneOf('source', ['request form', 'message', 'spoken', 'letter'])),
      )
      .addColumn('recorded_at', 'text', (column) => column.notNull())
      .addColumn('recorded_by', 'text', (column) => column.notNull()),
  )
  await create(
    db.schema
      .createTable('consent')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('contact_id', 'text', (column) => column.notNull().references('contact.id').onDelete('cascade'))
      .addColumn('given_on', 'text', (column) => column.notNull().check(isDay('given_on')))
      .addColumn('source', 'text', (column) =>
        column.notNull().check(isOneOf('source', ['request form', 'message', 'spoken', 'letter'])),
      )
      .addColumn('recorded_at', 'text', (column) => column.notNull())
      .addColumn('recorded_by', 'text', (column) => column.notNull())
      .addColumn('withdrawal_id', 'text', (column) => column.references('withdrawal.id')),
  )
  await db.schema.createIndex('consent_contact').on('consent').column('contact_id').execute()
  await create(
    db.schema
      .createTable('suppression')
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('mark', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('suppression_key', ['hub_id', 'mark'] as never[]),
  )
  await create(
    db.schema
      .createTable('erasure')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) =>
        column.notNull().check(isOneOf('kind', ['person', 'contact', 'withdrawal', 'words'])),
      )
      .addColumn('body', 'text', (column) => column.notNull()),
  )
  await db.schema.alterTable('council_snapshot').addColumn('approved_at', 'text').execute()
  await db.schema.alterTable('council_snapshot').addColumn('approved_by', 'text').execute()
}
