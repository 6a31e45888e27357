import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

type Builder = CreateTableBuilder<string, string>

const isOneOf = (column: string, words: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`

/**
 * People of hubs, what each belongs to and how they show who they are; and what councils were shown at the end of
 * each term. Of invitations and login sessions only a hash of the secret is kept.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const roles = ['hub leader', 'adviser', 'council officer', 'school user', 'trust user', 'data steward']

  const create = async (table: Builder): Promise<void> =>
    (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()

  await create(
    db.schema
      .createTable('person')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('name', 'text', (column) => column.notNull().check(sql`name <> ''`))
      .addColumn('sign_in_name', 'text', (column) =>
        column
          .notNull()
          .unique()
          .check(sql`sign_in_name <> ''`),
      )
      .addColumn('role', 'text', (column) => column.notNull().check(isOneOf('role', roles)))
      .addColumn('organisation', 'text')
      .addColumn('is_sample', 'integer', (column) => column.notNull().check(sql`is_sample in (0, 1)`))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('disabled_at', 'text')
      .addColumn('failed_count', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('failed_at', 'text')
      .addCheckConstraint(
        'person_organisation',
        sql`(role in ('council officer', 'school user', 'trust user')) = (organisation is not null)`,
      ),
  )
  await create(
    db.schema
      .createTable('person_school')
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('person_school_key', ['person_id', 'urn'] as never[]),
  )
  await create(
    db.schema
      .createTable('credential')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull().check(isOneOf('kind', ['passkey', 'password', 'totp'])))
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text'),
  )
  await db.schema
    .createIndex('credential_one')
    .on('credential')
    .columns(['person_id', 'kind'])
    .unique()
    .where(sql<boolean>`kind in ('password', 'totp')`)
    .execute()
  await create(
    db.schema
      .createTable('invitation')
      .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text'),
  )
  await create(
    db.schema
      .createTable('login_session')
      .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('way', 'text', (column) =>
        column.notNull().check(isOneOf('way', ['passkey', 'password', 'provider', 'sample'])),
      )
      .addColumn('browser', 'text', (column) => column.notNull())
      .addColumn('began_at', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'text', (column) => column.notNull()),
  )
  await db.schema.createIndex('login_session_person').on('login_session').column('person_id').execute()
  await create(
    db.schema
      .createTable('council_snapshot')
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('as_of', 'text', (column) => column.notNull().check(sql`as_of like '____-__-__'`))
      .addColumn('data_version', 'integer', (column) => column.notNull())
      .addColumn('frozen_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('council_snapshot_key', ['hub_id', 'as_of'] as never[]),
  )
}
