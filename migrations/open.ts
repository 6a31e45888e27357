import { closeSync, openSync } from 'node:fs'
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
  // What is deleted, as files that should never have been sent, is overwritten.
  secure_delete: 'ON',
} as const

/** Makes the file if it is not there, for whoever runs Crescendo alone: SQLite's files beside it follow it in that. */
function makeForOwner(file: string): void {
  try {
    closeSync(openSync(file, 'ax', 0o600))
  } catch {
    // It is there already, or cannot be made, and then SQLite says why.
  }
}

/** Opens a SQLite file with the settings that lose nothing, or refuses to open it; or, in memory, what a file holds. */
function openSqlite(file: string | Buffer): SqliteDatabase.Database {
  if (typeof file === 'string' && file !== ':memory:') makeForOwner(file)
  const database = new SqliteDatabase(file)
  for (const [name, value] of Object.entries(settings)) database.pragma(`${name} = ${value}`)
  const journal: unknown = database.pragma('journal_mode', { simple: true })
  const synchronous: unknown = database.pragma('synchronous', { simple: true })
  const isInMemory = file === ':memory:' || typeof file !== 'string'
  if ((journal !== 'wal' && !isInMemory) || synchronous !== 2) {
    database.close()
    throw new Error(
      `the database must run with WAL and synchronous FULL: ${String(file)} has ${String(journal)} and ${String(synchronous)}`,
    )
  }
  return database
}

/** How many statements are kept ready. */
const kept = 100

/** The database, but a statement that writes is prepared once and used again: loads run the same ones by the thousand. */
function withKeptStatements(database: SqliteDatabase.Database) {
  const statements = new Map<string, SqliteDatabase.Statement>()
  return {
    close: () => void database.close(),
    prepare: (sql: string): SqliteDatabase.Statement => {
      const before = statements.get(sql)
      if (before !== undefined) return before
      const statement = database.prepare(sql)
      if (!statement.reader) {
        const [oldest] = statements.size >= kept ? statements.keys() : []
        if (oldest !== undefined) statements.delete(oldest)
        statements.set(sql, statement)
      }
      return statement
    },
  }
}

/**
 * The store in a SQLite file, made and migrated if need be. `:memory:` gives one that is gone when closed, and so do
 * the bytes of a file, of which it then has the content.
 */
export async function openStore(file: string | Buffer): Promise<Store> {
  const store: Store = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: withKeptStatements(openSqlite(file)) }),
    plugins: [new CamelCasePlugin()],
  })
  await migrate(store as Kysely<unknown>, 'sqlite')
  return store
}
