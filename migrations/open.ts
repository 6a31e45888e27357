import SqliteDatabase from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

export type Store = Kysely<Tables>

const settings = {
  journal_mode: 'WAL',
  synchronous: 'FULL',
  foreign_keys: 'ON',
  busy_timeout: 5000,
  trusted_schema: 'OFF',
  cell_size_check: 'ON',
  mmap_size: 0,
} as const

/** Opens a SQLite file with the settings that lose nothing, or refuses to open it. */
function openSqlite(file: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(file)
  for (const [name, value] of Object.entries(settings)) database.pragma(`${name} = ${value}`)
  const journal: unknown = database.pragma('journal_mode', { simple: true })
  const synchronous: unknown = database.pragma('synchronous', { simple: true })
  if ((journal !== 'wal' && file !== ':memory:') || synchronous !== 2) {
    database.close()
    throw new Error(
      `the database must run with WAL and synchronous FULL: ${file} has ${String(journal)} and ${String(synchronous)}`,
    )
  }
  return database
}

/** The store in a SQLite file, made and migrated if need be. `:memory:` gives one that is gone when closed. */
export async function openStore(file: string): Promise<Store> {
  const store: Store = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: openSqlite(file) }),
    plugins: [new CamelCasePlugin()],
  })
  await migrate(store as Kysely<unknown>, 'sqlite')
  return store
}
