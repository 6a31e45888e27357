import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

type Builder = CreateTableBuilder<string, string>

const isDay = (column: string) => sql`${sql.ref(column)} like '____-__-__'`
const isOneOf = (column: string, words: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`
const isPercent = (column: string) => sql`${sql.ref(column)} between 0 and 100`
const isCount = (column: string) => sql`${sql.ref(column)} >= 0`

/** What audits judge criterion by criterion, and what is counted of schools for an academic year. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const real = dialect === 'sqlite' ? sql`real` : sql`double precision`

  const strands = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
  const levels = ['Focusing', 'Developing', 'Establishing', 'Enhancing']
  const judgements = ['Not met', 'Partly met', 'Met']
  const fsmBases = ['current', 'ever 6', 'pupil premium']
  const dataFormFigures = [
    'whole-class pupils',
    'whole-class terms',
    'individual-lesson pupils',
    'small-group pupils',
    'large-group pupils',
    'subsidised pupils',
    'ensembles',
    'ensemble pupils',
    'choirs',
    'choir pupils',
    'curriculum minutes a week',
    'subject lead named',
    'staff trained',
    'music development plan',
    'instruments loaned',
    'performances a year',
    'live performances attended',
  ]

  const createFact = async (
    name: string,
    keys: readonly string[],
    columns: (table: Builder) => Builder,
  ): Promise<void> => {
    const table = columns(
      db.schema
        .createTable(name)
        .addColumn('hub_id', 'integer', (column) => column.notNull().references('hub.id'))
        .addColumn('receipt_id', 'integer', (column) => column.notNull().references('receipt.id'))
        .addColumn('source_sheet', 'text')
        .addColumn('source_row', 'integer', (column) => column.notNull())
        .addColumn('from_version', 'integer', (column) => column.notNull())
        .addColumn('until_version', 'integer')
        .addPrimaryKeyConstraint(`${name}_key`, ['hub_id', ...keys, 'from_version'] as never[])
        .addCheckConstraint(`${name}_versions`, sql`until_version is null or until_version > from_version`),
    )
    await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()
    await db.schema
      .createIndex(`${name}_current`)
      .on(name)
      .columns(['hub_id', ...keys])
      .unique()
      .where(sql<boolean>`until_version is null`)
      .execute()
  }

  await createFact('criterion_rating', ['urn', 'held_on', 'strand', 'theme', 'level', 'number'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('held_on', 'text', (column) => column.notNull().check(isDay('held_on')))
      .addColumn('strand', 'text', (column) => column.notNull().check(isOneOf('strand', strands)))
      .addColumn('theme', 'text', (column) => column.notNull())
      .addColumn('level', 'text', (column) => column.notNull().check(isOneOf('level', levels)))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('judgement', 'text', (column) => column.notNull().check(isOneOf('judgement', judgements))),
  )
  await createFact('school_year', ['urn', 'academic_year'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('academic_year', 'integer', (column) => column.notNull())
      .addColumn('pupils', real, (column) => column.check(isCount('pupils')))
      .addColumn('send_percent', real, (column) => column.check(isPercent('send_percent')))
      .addColumn('eal_percent', real, (column) => column.check(isPercent('eal_percent')))
      .addColumn('deprivation_decile', 'integer', (column) => column.check(sql`deprivation_decile between 1 and 10`))
      .addColumn('rural_urban', 'text')
      .addColumn('district', 'text'),
  )
  await createFact('school_fsm', ['urn', 'academic_year', 'basis'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('academic_year', 'integer', (column) => column.notNull())
      .addColumn('basis', 'text', (column) => column.notNull().check(isOneOf('basis', fsmBases)))
      .addColumn('percent', real, (column) => column.check(isPercent('percent')))
      .addColumn('eligible', real, (column) => column.check(isCount('eligible')))
      .addColumn('pupils', real, (column) => column.check(isCount('pupils'))),
  )
  await createFact('data_form_figure', ['urn', 'academic_year', 'figure', 'breakdown'], (table) =>
    table
      .addColumn('urn', 'integer', (column) => column.notNull())
      .addColumn('academic_year', 'integer', (column) => column.notNull())
      .addColumn('figure', 'text', (column) => column.notNull().check(isOneOf('figure', dataFormFigures)))
      .addColumn('breakdown', 'text', (column) => column.notNull())
      .addColumn('value', real, (column) => column.notNull().check(isCount('value')))
      .addColumn('estimated', 'integer', (column) => column.check(sql`estimated in (0, 1)`)),
  )
}
