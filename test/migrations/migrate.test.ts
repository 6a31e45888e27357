import { existsSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { achievements, reflectionMonths } from '../../analytics/framework/achieved.ts'
import { awards } from '../../analytics/framework/award.ts'
import { consentSources, contactRoles } from '../../analytics/framework/contact.ts'
import { dataFormFigures } from '../../analytics/framework/data-form-figure.ts'
import { fsmBases } from '../../analytics/framework/fsm-basis.ts'
import { judgements } from '../../analytics/framework/judgement.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { steps } from '../../migrations/index.ts'
import { migrate } from '../../migrations/migrate.ts'
import { openStore } from '../../migrations/open.ts'
import { factKeys } from '../../migrations/tables.ts'

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'crescendo-test-')), 'store.db')

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

async function tablesOf(db: Kysely<unknown>) {
  const tables = await db.withoutPlugins().introspection.getTables()
  return tables
    .filter(({ name }) => !name.startsWith('kysely_'))
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => `${column.name}${column.isNullable ? '?' : ''}`).toSorted(),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

describe('the store', () => {
  let postgres: Kysely<unknown>
  let taken: readonly string[]

  beforeAll(async () => {
    postgres = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) })
    taken = await migrate(postgres, 'postgres')
  })
  afterAll(() => postgres.destroy())

  it('is the same in SQLite and in PostgreSQL', async () => {
    const store = await openStore(':memory:')
    expect(taken).toEqual(steps.map(({ name }) => name))
    const [here, there] = [await tablesOf(store as Kysely<unknown>), await tablesOf(postgres)]
    expect(here.length).toBeGreaterThan(10)
    expect(there).toEqual(here)
    await store.destroy()
  })

  it('keeps, in both, one fact a key at a time and no word that is not of the framework', async () => {
    const store = await openStore(':memory:')
    for (const db of [store.withoutPlugins() as Kysely<unknown>, postgres]) {
      await sql`insert into hub (id, name, data_version, created_at) values (1, 'Minimshire', 1, '2026-01-01T00:00:00Z')`.execute(
        db,
      )
      await sql`insert into receipt (id, hub_id, kind, file_name, file_hash, loaded_at, loaded_by, data_version, row_count,
        new_count, changed_count, same_count, notes) values (1, 1, 'audits', 'a.csv', '', '', '', 1, 1, 1, 0, 0, '[]')`.execute(
        db,
      )
      const rate = (level: string, version: number, heldOn = '2026-01-01') =>
        sql`insert into rating (hub_id, receipt_id, source_row, from_version, urn, held_on, strand, level)
          values (1, 1, 2, ${version}, 900001, ${heldOn}, 'Co-curricular', ${level})`.execute(db)
      await rate('Focusing', 1)
      await expect(rate('Developing', 2)).rejects.toThrow(/unique/i)
      await expect(rate('Emerging', 3, '2026-01-02')).rejects.toThrow(/check/i)
      await expect(rate('Focusing', 3, '02/01/2026')).rejects.toThrow(/check/i)
      const end = (past: number) => sql`update rating set until_version = 2, past = ${past}`.execute(db)
      await expect(end(0)).rejects.toThrow(/check/i)
      await end(2)
      await rate('Developing', 2)
      await expect(rate('Enhancing', 3)).rejects.toThrow(/unique/i)
    }
    await store.destroy()
  })

  it('checks the very words of the framework', async () => {
    const store = await openStore(':memory:')
    const { rows } = await sql<{
      name: string
      sql: string
    }>`select name, sql from sqlite_master where type = 'table'`.execute(store)
    const wordsOf = (table: string, column: string): readonly string[] => {
      const made = rows.find(({ name }) => name === table)?.sql ?? ''
      const checked = new RegExp(`"?${column}"? (?:in \\(([^)]*)\\)|= [^)]*)`).exec(made)
      return (checked?.[1] ?? checked?.[0].replaceAll(`${column} = `, '') ?? '')
        .split(/, | or /)
        .map((word) => word.replaceAll("'", ''))
    }
    expect(wordsOf('rating', 'strand')).toEqual([...strands])
    expect(wordsOf('rating', 'level')).toEqual([...levels])
    expect(wordsOf('award', 'award')).toEqual([...awards])
    expect(wordsOf('reflection_priority', 'achieved')).toEqual([...achievements])
    expect(wordsOf('criterion_rating', 'strand')).toEqual([...strands])
    expect(wordsOf('criterion_rating', 'level')).toEqual([...levels])
    expect(wordsOf('criterion_rating', 'judgement')).toEqual([...judgements])
    expect(wordsOf('school_fsm', 'basis')).toEqual([...fsmBases])
    expect(wordsOf('data_form_figure', 'figure')).toEqual([...dataFormFigures])
    expect(wordsOf('contact', 'role')).toEqual([...contactRoles])
    expect(wordsOf('consent', 'source')).toEqual([...consentSources])
    expect(wordsOf('withdrawal', 'source')).toEqual([...consentSources])
    expect(rows.find(({ name }) => name === 'reflection')?.sql).toContain(`month in (${reflectionMonths.join(', ')})`)
    const ours = rows.filter(({ name }) => !name.startsWith('kysely_') && !name.startsWith('sqlite_'))
    expect(
      ours.filter(({ sql: made }) => !/\)\s*strict(?:, without rowid)?$/i.test(made)).map(({ name }) => name),
    ).toEqual([])
    await store.destroy()
  })

  it('gives every table of facts a hub, a receipt, its source row and the versions between which it holds', async () => {
    const store = await openStore(':memory:')
    const tables = await tablesOf(store as Kysely<unknown>)
    for (const [name, keys] of Object.entries(factKeys))
      expect(tables.find((table) => table.name === snake(name))?.columns).toEqual(
        expect.arrayContaining([
          'hub_id',
          'receipt_id',
          'source_row',
          'from_version',
          'until_version?',
          ...keys.map(snake),
        ]),
      )
    await store.destroy()
  })

  it('is opened with a write-ahead log and full synchronisation, for its owner alone, and keeps its content when opened again', async () => {
    const file = newFile()
    const store = await openStore(file)
    const pragma = async (name: string) =>
      (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(store)).rows[0]
    expect(await pragma('journal_mode')).toEqual({ journalMode: 'wal' })
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 })
    expect(await pragma('foreign_keys')).toEqual({ foreignKeys: 1 })
    await store.insertInto('hub').values({ id: 1, name: 'Minimshire', dataVersion: 0, createdAt: '' }).execute()
    for (const each of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(each).mode & 0o077).toBe(0)
    await store.destroy()
    const again = await openStore(file)
    expect(await again.selectFrom('hub').select('name').execute()).toEqual([{ name: 'Minimshire' }])
    await again.destroy()
    expect(existsSync(`${file}-wal`)).toBe(false)
  })
})
