import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Dialect } from './dialect.ts'
import { steps } from './index.ts'

/** Whether the newest step was taken; false too where none was. The migrator asks the same by reading every table's form. */
async function isNewest(db: Kysely<unknown>): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
    return rows.length === steps.length && rows.every(({ name }, at) => name === steps[at]?.name)
  } catch {
    return false
  }
}

/** Brings the store to the newest step; returns the names of the steps it took. */
export async function migrate(db: Kysely<unknown>, dialect: Dialect): Promise<readonly string[]> {
  const plain = db.withoutPlugins()
  if (await isNewest(plain)) return []
  const migrator = new Migrator({
    db: plain,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          steps.map(({ name, up }) => [name, { up: async (inner: Kysely<unknown>) => up(inner, dialect) }]),
        ),
    },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('the store could not be migrated', { cause: error })
  return (results ?? []).map(({ migrationName }) => migrationName)
}
