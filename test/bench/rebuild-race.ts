import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { buildEvidence } from '../../analytics/evidence/build.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { factKeys, type FactTable } from '../../migrations/tables.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { benchFacts } from './facts.ts'
import { withJudgements } from './facts/judgements.ts'
import { race } from './measure-race.ts'
import { answerOf, wholeHub } from './questions.ts'
import { storeHub } from './stored-hub.ts'
import { ratioText } from './table.ts'

const tables = Object.keys(factKeys) as FactTable[]
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Races the evidence of a hub as the product builds it again after a load, read from a database file, against DuckDB
 * reading the rows of the same tables into JavaScript, a select a table. Nothing is raced unless every measure of what
 * was read is that of the facts that were stored.
 */
export async function raceRebuild(schools: number, rounds: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-rebuild-'))
  const store = await openStore(join(folder, 'hub.db'))
  const facts = benchFacts(schools)
  const known = withJudgements(buildEvidence(facts))
  const hub = await storeHub(store, facts, known)
  const duckdb = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await duckdb.connect()
  try {
    const rows = await copy(store, connection)
    const read = await evidenceKeeper(store)(hub)
    const unlike = wholeHub.filter(
      (question) => !isDeepStrictEqual(answerOf(read, question).rows, answerOf(known, question).rows),
    )
    if (unlike.length > 0) return `UNEQUAL: ${unlike.map(({ title }) => title).join(', ')} of what was stored`
    // A keeper of its own each time has nothing kept, as after a load.
    const rebuild = () => evidenceKeeper(store)(hub)
    const select = async () => {
      for (const [table, count] of rows) {
        const columns = (await connection.runAndReadAll(holding(table))).getColumnsJS()
        if ((columns[0]?.length ?? 0) !== count) throw new Error(`rows of ${table} are missing`)
      }
    }
    const within = async () => {
      for (const table of rows.keys()) await connection.run(holding(table))
    }
    const [built = 0, selected = 1, left = 1] = await race([rebuild, select, within], rounds)
    const all = [...rows.values()].reduce((sum, count) => sum + count, 0)
    return [
      `evidence of ${schools} schools read from the database and built again: ${built.toFixed(0)} ms`,
      `DuckDB's select of the same ${all} rows of ${rows.size} tables, into JavaScript: ${selected.toFixed(0)} ms, so ${ratioText(built / selected)} its time`,
      `the same left in DuckDB's memory: ${left.toFixed(0)} ms, ${ratioText(built / left)}`,
    ].join('\n')
  } finally {
    connection.closeSync()
    duckdb.closeSync()
    await store.destroy()
    rmSync(folder, { recursive: true })
  }
}

/** All that a table tells, without the columns that say where it came from. */
const holding = (table: FactTable): string =>
  `select * exclude (hub_id, receipt_id, source_sheet, source_row, from_version, until_version) from ${snake(table)}
    where hub_id = 1 and from_version <= 1 and (until_version is null or until_version > 1)`

/** Copies the tables of a store that hold anything into DuckDB, each with its columns; gives how many rows each has. */
async function copy(store: Store, connection: DuckDBConnection): Promise<ReadonlyMap<FactTable, number>> {
  const counts = new Map<FactTable, number>()
  for (const table of tables) {
    const rows: readonly object[] = await store
      .selectFrom(table as 'audit')
      .selectAll()
      .execute()
    if (rows.length === 0) continue
    const names = Object.keys(rows[0] ?? {})
    const kindOf = (name: string): string => {
      const values = rows.map((row): unknown => Reflect.get(row, name)).filter((value) => value !== null)
      if (values.some((value) => typeof value === 'string')) return 'varchar'
      return values.every((value) => Number.isInteger(value)) ? 'integer' : 'double'
    }
    const kinds = names.map(kindOf)
    await connection.run(
      `create table ${snake(table)} (${names.map((name, at) => `${snake(name)} ${kinds[at]}`).join(', ')})`,
    )
    const appender = await connection.createAppender(snake(table))
    for (const row of rows) {
      for (const [at, name] of names.entries()) {
        const value = Reflect.get(row, name) as string | number | null
        if (value === null) appender.appendNull()
        else if (kinds[at] === 'varchar') appender.appendVarchar(String(value))
        else if (kinds[at] === 'integer') appender.appendInteger(Number(value))
        else appender.appendDouble(Number(value))
      }
      appender.endRow()
    }
    appender.closeSync()
    counts.set(table, rows.length)
  }
  return counts
}
