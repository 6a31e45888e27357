import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'

const tables = ['audit', 'rating', 'criterion_rating']

/**
 * Each version of a fact of the three largest tables says since when it is past, 0 while it holds. In SQLite that is
 * the end of the key, so the key itself lets one fact a key hold at a time: a second index of what holds, in another
 * tree of the same size, made a load of a million ratings take a third longer. PostgreSQL keeps its own.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db)
  for (const name of tables) {
    if (dialect === 'sqlite') await remake(name, run)
    else await addPast(name, run)
  }
}

type Run = (statement: string) => Promise<unknown>

const isPast = 'past = coalesce(until_version, 0)'

async function addPast(name: string, run: Run): Promise<void> {
  await run(`alter table ${name} add column past integer not null default 0`)
  await run(`update ${name} set past = until_version where until_version is not null`)
  await run(`alter table ${name} add constraint ${name}_past check (${isPast})`)
}

const isOneOf = (column: string, words: readonly string[]): string =>
  words.map((word) => `${column} = '${word}'`).join(' or ')

const strands = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
const levels = ['Focusing', 'Developing', 'Establishing', 'Enhancing']
const judgements = ['Not met', 'Partly met', 'Met']

const strand = `strand text not null check (${isOneOf('strand', strands)})`
const level = `level text not null check (${isOneOf('level', levels)})`

const own: Record<string, { readonly keys: readonly string[]; readonly columns: readonly string[] }> = {
  audit: { keys: [], columns: ['adviser text', 'framework text'] },
  rating: { keys: ['strand'], columns: [strand, level] },
  criterion_rating: {
    keys: ['strand', 'theme', 'level', 'number'],
    columns: [
      strand,
      'theme text not null',
      level,
      'number integer not null',
      `judgement text not null check (${isOneOf('judgement', judgements)})`,
    ],
  },
}

async function remake(name: string, run: Run): Promise<void> {
  const { keys, columns } = own[name]!
  const key = ['hub_id', 'urn', 'held_on', ...keys, 'past'].join(', ')
  await run(`drop index ${name}_current`)
  await run(`alter table ${name} rename to ${name}_before`)
  await run(`create table ${name} (
    hub_id integer not null references hub (id),
    receipt_id integer not null references receipt (id),
    source_sheet text,
    source_row integer not null,
    from_version integer not null,
    until_version integer,
    past integer not null default 0 check (${isPast}),
    urn integer not null,
    held_on text not null check (held_on between '1000-01-01' and '9999-12-31' and length(held_on) = 10),
    ${columns.join(', ')},
    constraint ${name}_key primary key (${key}),
    constraint ${name}_versions check (until_version is null or until_version > from_version)
  ) strict, without rowid`)
  const kept = [
    'hub_id, receipt_id, source_sheet, source_row, from_version, until_version, urn, held_on',
    ...columns.map((column) => column.split(' ', 1)[0]),
  ].join(', ')
  await run(`insert into ${name} (${kept}, past)
    select ${kept}, coalesce(until_version, 0) as past from ${name}_before order by ${key}`)
  await run(`drop table ${name}_before`)
}
