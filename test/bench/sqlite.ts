import Database from 'better-sqlite3'
import { decode, type SqlRow } from './decode.ts'
import type { Engine } from './engine.ts'
import { rowsOf, type Prepared } from './prepared.ts'
import { onePass, statementOf } from './statements.ts'

/** What orders the rows of each table: they lie in their primary key. */
const keys: Readonly<Record<string, string>> = {
  speaker: 'school, from_day',
  audit: 'school, held_on, next_on',
  award: 'school, award_on, next_on, award',
  comparable: 'a, b',
}

/** Covering indexes, for the schools of a place and for what is the latest on a day. */
const indexes = `
  create index speaker_place on speaker (la, phase, from_day, until_day, school, engaged_on);
  create index audit_latest on audit (next_on, held_on, school, framework, first_on, first_framework,
    level0, level1, level2, level3, first0, first1, first2, first3);
  create index award_latest on award (next_on, award_on, school, valid_until, award);
  analyze;`

/** SQLite in memory: strict tables in the order of their keys, covering indexes, statistics. */
export async function loadSqlite(tables: readonly Prepared[]): Promise<Engine> {
  const database = new Database(':memory:')
  database.transaction(() => {
    for (const table of tables) fill(database, table)
  })()
  database.exec(indexes)
  return {
    name: 'SQLite',
    version: String(database.prepare('select sqlite_version()').pluck().get()),
    prepare: async (question) => {
      const { text, names } = statementOf(question, onePass)
      const statement = database.prepare<[typeof names], SqlRow>(text)
      return () => decode[question.id](statement.all(names))
    },
    close: () => database.close(),
  }
}

function fill(database: Database.Database, table: Prepared): void {
  const columns = table.columns.map(({ name }) => `${name} integer not null`)
  database.exec(
    `create table ${table.name} (${columns.join(', ')}, primary key (${keys[table.name]})) strict, without rowid`,
  )
  const insert = database.prepare<number[]>(`insert into ${table.name} values (${columns.map(() => '?').join(', ')})`)
  for (let row = 0; row < rowsOf(table); row++) insert.run(...table.columns.map(({ values }) => values[row]!))
}
