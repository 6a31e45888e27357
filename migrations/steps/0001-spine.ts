import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

type Builder = CreateTableBuilder<string, string>

const isDay = (column: string) => sql`${sql.ref(column)} like '____-__-__'`
const isOneOf = (column: string, words: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`

/** The tables of the spine: hubs, receipts, and the facts of the register, audits, awards, reflections and goals. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const real = dialect === 'sqlite' ? sql`real` : sql`double precision`

  const strands = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
  const levels = ['Focusing', 'Developing', 'Establishing', 'Enhancing']
  const awards = ['Working towards Bronze', 'Bronze', 'Silver', 'Gold']
  const achievements = ['Not started', 'Started', 'Mostly achieved', 'Fully achieved']

  const create = async (table: Builder): Promise<void> =>
    (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()

  const createFact = async (
    name: string,
    keys: readonly string[],
    columns: (table: Builder) => Builder,
  ): Promise<void> => {
    const table = db.schema
      .createTable(name)
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('receipt_id', 'integer', (column) => column.notNull().references('receipt.id'))
      .addColumn('source_sheet', 'text')
      .addColumn('source_row', 'integer', (column) => column.notNull())
      .addColumn('from_version', 'integer', (column) => column.notNull())
      .addColumn('until_version', 'integer')
      .addPrimaryKeyConstraint(`${name}_key`, ['hub_id', ...keys, 'from_version'] as never[])
      .addCheckConstraint(`${name}_versions`, sql`until_version is null or until_version > from_version`)
    await create(columns(table))
    await db.schema
      .createIndex(`${name}_current`)
      .on(name)
      .columns(['hub_id', ...keys])
      .unique()
      .where(sql<boolean>`until_version is null`)
      .execute()
  }

  await create(
    db.schema
      .createTable('hub')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('data_version', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull()),
  )
  await create(
    db.schema
      .createTable('hub_area')
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('la', 'text', (column) => column.notNull())
      .addColumn('from_on', 'text')
      .addColumn('to_on', 'text')
      .addPrimaryKeyConstraint('hub_area_key', ['hub_id', 'la']),
  )
  await create(
    db.schema
      .createTable('receipt')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('file_name', 'text', (column) => column.notNull())
      .addColumn('file_hash', 'text', (column) => column.notNull())
      .addColumn('extract_on', 'text')
      .addColumn('loaded_at', 'text', (column) => column.notNull())
      .addColumn('loaded_by', 'text', (column) => column.notNull())
      .addColumn('data_version', 'integer', (column) => column.notNull())
      .addColumn('row_count', 'integer', (column) => column.notNull())
      .addColumn('new_count', 'integer', (column) => column.notNull())
      .addColumn('changed_count', 'integer', (column) => column.notNull())
      .addColumn('same_count', 'integer', (column) => column.notNull())
      .addColumn('notes', 'text', (column) => column.notNull()),
  )

  await createFact('register_school', ['urn'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('la', 'text', (column) => column.notNull())
      .addColumn('la_name', 'text')
      .addColumn('establishment_number', 'text', (column) => column.notNull())
      .addColumn('type', 'integer', (column) => column.notNull())
      .addColumn('type_name', 'text')
      .addColumn('status', 'integer', (column) => column.notNull().check(sql`status between 1 and 4`))
      .addColumn('phase', 'integer', (column) => column.notNull().check(sql`phase between 0 and 7`))
      .addColumn('open_on', 'text', (column) => column.check(isDay('open_on')))
      .addColumn('close_on', 'text', (column) => column.check(isDay('close_on')))
      .addColumn('closed_reason', 'integer')
      .addColumn('pupils', 'integer')
      .addColumn('fsm_percent', real)
      .addColumn('ukprn', 'text')
      .addColumn('town', 'text')
      .addColumn('postcode', 'text')
      .addColumn('easting', 'integer')
      .addColumn('northing', 'integer')
      .addColumn('district_code', 'text')
      .addColumn('district', 'text')
      .addColumn('lsoa', 'text')
      .addColumn('urban_rural', 'text')
      .addColumn('trust_code', 'text')
      .addColumn('trust', 'text'),
  )
  await createFact('register_link', ['urn', 'link_urn', 'link_type'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('link_urn', 'integer', (column) => column.notNull())
      .addColumn('link_type', 'text', (column) => column.notNull())
      .addColumn('link_name', 'text')
      .addColumn('established_on', 'text', (column) => column.check(isDay('established_on'))),
  )
  await createFact('criterion', ['framework', 'strand', 'theme', 'level', 'number'], (table) =>
    table
      .addColumn('framework', 'text', (column) => column.notNull())
      .addColumn('strand', 'text', (column) => column.notNull().check(isOneOf('strand', strands)))
      .addColumn('theme', 'text', (column) => column.notNull())
      .addColumn('level', 'text', (column) => column.notNull().check(isOneOf('level', levels)))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('criterion', 'text', (column) => column.notNull())
      .addColumn('phases', 'text')
      .addColumn('aligned_to', 'text')
      .addColumn('in_use_from', 'text', (column) => column.check(isDay('in_use_from')))
      .addColumn('comparable_with', 'text'),
  )
  await createFact('audit', ['urn', 'held_on'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('held_on', 'text', (column) => column.notNull().check(isDay('held_on')))
      .addColumn('adviser', 'text')
      .addColumn('framework', 'text'),
  )
  await createFact('rating', ['urn', 'held_on', 'strand'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('held_on', 'text', (column) => column.notNull().check(isDay('held_on')))
      .addColumn('strand', 'text', (column) => column.notNull().check(isOneOf('strand', strands)))
      .addColumn('level', 'text', (column) => column.notNull().check(isOneOf('level', levels))),
  )
  await createFact('award', ['urn', 'held_on', 'award_on'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('held_on', 'text', (column) => column.notNull().check(isDay('held_on')))
      .addColumn('award_on', 'text', (column) => column.notNull().check(isDay('award_on')))
      .addColumn('award', 'text', (column) => column.notNull().check(isOneOf('award', awards)))
      .addColumn('music_mark_nominated', 'integer', (column) => column.check(sql`music_mark_nominated in (0, 1)`))
      .addColumn('follow_up_on', 'text', (column) => column.check(isDay('follow_up_on'))),
  )
  await createFact('priority', ['urn', 'held_on', 'priority'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('held_on', 'text', (column) => column.notNull().check(isDay('held_on')))
      .addColumn('priority', 'integer', (column) => column.notNull().check(sql`priority between 1 and 3`))
      .addColumn('strand', 'text', (column) => column.check(isOneOf('strand', strands)))
      .addColumn('theme', 'text')
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('why', 'text')
      .addColumn('target', 'text')
      .addColumn('by_when', 'text')
      .addColumn('how', 'text')
      .addColumn('needs', 'text')
      .addColumn('support', 'text'),
  )
  await createFact('reflection', ['urn', 'held_on', 'month'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('held_on', 'text', (column) => column.notNull().check(isDay('held_on')))
      .addColumn('month', 'integer', (column) => column.notNull().check(sql`month in (12, 24)`))
      .addColumn('sent_on', 'text', (column) => column.check(isDay('sent_on')))
      .addColumn('returned_on', 'text', (column) => column.check(isDay('returned_on')))
      .addColumn('withdrawn_on', 'text', (column) => column.check(isDay('withdrawn_on'))),
  )
  await createFact('reflection_priority', ['urn', 'held_on', 'month', 'priority'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('held_on', 'text', (column) => column.notNull().check(isDay('held_on')))
      .addColumn('month', 'integer', (column) => column.notNull().check(sql`month in (12, 24)`))
      .addColumn('priority', 'integer', (column) => column.notNull().check(sql`priority between 0 and 3`))
      .addColumn('achieved', 'text', (column) => column.check(isOneOf('achieved', achievements)))
      .addColumn('comment', 'text'),
  )
  await createFact('goal', ['goal'], (table) =>
    table
      .addColumn('goal', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('function', 'text')
      .addColumn('measure', 'text', (column) => column.notNull())
      .addColumn('wanted', 'text', (column) => column.notNull())
      .addColumn('strand', 'text', (column) => column.check(isOneOf('strand', strands)))
      .addColumn('population', 'text', (column) => column.notNull())
      .addColumn('baseline_percent', real)
      .addColumn('baseline_year', 'integer')
      .addColumn('target_percent', real, (column) => column.notNull())
      .addColumn('target_year', 'integer', (column) => column.notNull()),
  )
}
