import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

type Builder = CreateTableBuilder<string, string>

const isOneOf = (column: string, words: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`

/**
 * Returns as they are drafted, approved and frozen, with the profiles and templates they are made by; what people
 * remark on figures; and views that were frozen. What is frozen is never changed.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`

  const create = async (table: Builder): Promise<void> =>
    (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()

  await create(
    db.schema
      .createTable('return_profile')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('added_at', 'text', (column) => column.notNull())
      .addColumn('added_by', 'text', (column) => column.notNull()),
  )
  await create(
    db.schema
      .createTable('return_template')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('bytes', bytes, (column) => column.notNull())
      .addColumn('added_at', 'text', (column) => column.notNull())
      .addColumn('added_by', 'text', (column) => column.notNull()),
  )
  await create(
    db.schema
      .createTable('return_issue')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('academic_year', 'integer', (column) => column.notNull())
      .addColumn('issue', 'integer', (column) => column.notNull().check(sql`issue > 0`))
      .addColumn('reissues', 'integer', (column) => column.references('return_issue.id'))
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull().check(isOneOf('state', ['draft', 'approved', 'frozen'])))
      .addColumn('data_version', 'integer', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('template_id', 'integer', (column) => column.references('return_template.id'))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('approved_at', 'text')
      .addColumn('approved_by', 'text')
      .addColumn('frozen_at', 'text')
      .addColumn('frozen_by', 'text')
      .addColumn('figures', 'text')
      .addUniqueConstraint('return_issue_number', ['hub_id', 'profile', 'academic_year', 'issue'])
      .addCheckConstraint('return_issue_first', sql`(issue = 1) = (reissues is null)`)
      .addCheckConstraint('return_issue_approved', sql`(state = 'draft') = (approved_at is null)`)
      .addCheckConstraint('return_issue_approver', sql`(approved_at is null) = (approved_by is null)`)
      .addCheckConstraint('return_issue_frozen', sql`(state = 'frozen') = (frozen_at is not null)`)
      .addCheckConstraint('return_issue_figures', sql`(state = 'frozen') = (figures is not null)`),
  )
  await create(
    db.schema
      .createTable('return_text')
      .addColumn('return_id', 'integer', (column) => column.notNull().references('return_issue.id'))
      .addColumn('narrative', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('written_at', 'text', (column) => column.notNull())
      .addColumn('written_by', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('return_text_key', ['return_id', 'narrative', 'number'] as never[]),
  )
  await create(
    db.schema
      .createTable('return_file')
      .addColumn('return_id', 'integer', (column) => column.notNull().references('return_issue.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('bytes', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('return_file_key', ['return_id', 'name'] as never[]),
  )
  await create(
    db.schema
      .createTable('remark')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('page', 'text', (column) => column.notNull())
      .addColumn('measure', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull().check(sql`text <> ''`))
      .addColumn('meant_for', 'text', (column) => column.notNull().check(isOneOf('meant_for', ['hub', 'council'])))
      .addColumn('data_version', 'integer', (column) => column.notNull())
      .addColumn('replaces', 'integer', (column) => column.references('remark.id'))
      .addColumn('written_at', 'text', (column) => column.notNull())
      .addColumn('written_by', 'text', (column) => column.notNull())
      .addColumn('approved_at', 'text')
      .addColumn('approved_by', 'text')
      .addColumn('withdrawn_at', 'text')
      .addColumn('withdrawn_by', 'text'),
  )
  await db.schema.createIndex('remark_place').on('remark').columns(['hub_id', 'page', 'measure']).execute()
  await create(
    db.schema
      .createTable('frozen_view')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('data_version', 'integer', (column) => column.notNull())
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('remarks', 'text', (column) => column.notNull())
      .addColumn('frozen_at', 'text', (column) => column.notNull())
      .addColumn('frozen_by', 'text', (column) => column.notNull()),
  )

  const kept = [
    ['return_issue', `old.state = 'frozen'`],
    ['return_file', 'true'],
    ['frozen_view', 'true'],
  ] as const
  if (dialect === 'postgres')
    await sql`create function frozen_is_kept() returns trigger language plpgsql as
      ${sql.lit("begin raise exception 'what is frozen is never changed'; end")}`.execute(db)
  for (const [table, when] of kept)
    for (const change of ['update', 'delete'] as const) {
      const trigger = sql.ref(`${table}_no_${change}`)
      await (
        dialect === 'sqlite'
          ? sql`create trigger ${trigger} before ${sql.raw(change)} on ${sql.ref(table)} when ${sql.raw(when)}
              begin select raise(abort, 'what is frozen is never changed'); end`
          : sql`create trigger ${trigger} before ${sql.raw(change)} on ${sql.ref(table)} for each row
              when (${sql.raw(when)}) execute function frozen_is_kept()`
      ).execute(db)
    }
}
