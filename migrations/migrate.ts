import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Dialect } from './dialect.ts'
import { steps } from './index.ts'

/** Brings the store to the newest step; returns the names of the steps it took. */
export async function migrate(db: Kysely<unknown>, dialect: Dialect): Promise<readonly string[]> {
  const plain = db.withoutPlugins()
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
