import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

const isOneOf = (column: string, words: readonly string[]): string =>
  words.map((word) => `${column} = '${word}'`).join(' or ')

/**
 * The three largest tables in the order of their keys, without a number for each row beside. That a word is one of a
 * few is asked word by word, for SQLite builds a list anew for every row, and a day is compared instead of matched: a
 * row is written in a third of the time. PostgreSQL keeps them as they are.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect !== 'sqlite') return
  const strands = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
  const levels = ['Focusing', 'Developing', 'Establishing', 'Enhancing']
  const judgements = ['Not met', 'Partly met', 'Met']
  const strand = `strand text not null check (${isOneOf('strand', strands)})`
  const level = `level text not null check (${isOneOf('level', levels)})`

  const remake = async (name: string, keys: readonly string[], columns: readonly string[]): Promise<void> => {
    const key = ['hub_id', 'urn', 'held_on', ...keys].join(', ')
    const statements = [
      `drop index ${name}_current`,
      `alter table ${name} rename to ${name}_before`,
      `create table ${name} (
        hub_id integer not null references hub (id),
        receipt_id integer not null references receipt (id),
        source_sheet text,
        source_row integer not null,
        from_version integer not null,
        until_version integer,
        urn integer not null,
        held_on text not null check (held_on between '1000-01-01' and '9999-12-31' and length(held_on) = 10),
        ${columns.join(', ')},
        constraint ${name}_key primary key (${key}, from_version),
        constraint ${name}_versions check (until_version is null or until_version > from_version)
      ) strict, without rowid`,
      `insert into ${name} select * from ${name}_before order by ${key}, from_version`,
      `drop table ${name}_before`,
      `create unique index ${name}_current on ${name} (${key}) where until_version is null`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
  await remake('audit', [], ['adviser text', 'framework text'])
  await remake('rating', ['strand'], [strand, level])
  await remake(
    'criterion_rating',
    ['strand', 'theme', 'level', 'number'],
    [
      strand,
      'theme text not null',
      level,
      'number integer not null',
      `judgement text not null check (${isOneOf('judgement', judgements)})`,
    ],
  )
}
