import Database from 'better-sqlite3'
import type { Engine } from './engine.ts'
import { placeIndexes } from './place-indexes.ts'
import { rowsOf, type Prepared } from './prepared/table.ts'
import type { SqlRow } from './statements/statement.ts'

/** SQLite in memory: strict tables that lie in their order, covering indexes for places, statistics. */
export function loadSqlite(tables: readonly Prepared[]): Engine {
  const database = new Database(':memory:')
  database.transaction(() => {
    for (const table of tables) fill(database, table)
  })()
  for (const { table, columns } of placeIndexes(tables))
    database.exec(`create index ${table}_${columns[0]} on ${table} (${columns.join(', ')})`)
  database.exec('analyze')
  return {
    name: 'SQLite',
    version: String(database.prepare('select sqlite_version()').pluck().get()),
    traits: { scans: false, hasSets: false },
    prepare: async (text) => {
      const statement = database.prepare<[], SqlRow>(text)
      return () => statement.all()
    },
    close: () => void database.close(),
  }
}

/** A row number ends the key, for what orders the rows need not tell them apart. */
function fill(database: Database.Database, table: Prepared): void {
  const columns = table.columns.map(({ name }) => `${name} integer not null`)
  const key = [...table.order, 'row_number'].join(', ')
  database.exec(
    `create table ${table.name} (${columns.join(', ')}, row_number integer not null, primary key (${key})) strict, without rowid`,
  )
  const insert = database.prepare<number[]>(
    `insert into ${table.name} values (${columns.map(() => '?').join(', ')}, ?)`,
  )
  for (let row = 0; row < rowsOf(table); row++) insert.run(...table.columns.map(({ values }) => values[row]!), row)
}
