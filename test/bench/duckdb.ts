import {
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  USMALLINT,
  UTINYINT,
  version,
  type DuckDBConnection,
} from '@duckdb/node-api'
import type { Engine } from './engine.ts'
import { rowsOf, type Prepared, type PreparedColumn } from './prepared/table.ts'
import type { SqlRow } from './statements/statement.ts'

const threads = '2'
const chunkRows = 2048

/** DuckDB in memory on two threads: tables in their order, each column as narrow as it can be. */
export async function loadDuckdb(tables: readonly Prepared[]): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads })
  const connection = await instance.connect()
  for (const table of tables) await fill(connection, table)
  if (tables.some(({ name }) => name === 'judgement')) await placeJudgements(connection)
  await connection.run('analyze')
  return {
    name: 'DuckDB',
    version: version(),
    traits: { scans: true, hasSets: true },
    prepare: async (text) => {
      const statement = await connection.prepare(text)
      return async () => {
        const reader = await statement.runAndReadAll()
        return reader.getRowObjectsJS() as SqlRow[]
      }
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Puts beside each judgement all that says whether it counts: a scan costs DuckDB less than a join. */
async function placeJudgements(connection: DuckDBConnection): Promise<void> {
  await connection.run('alter table judgement rename to judged')
  await connection.run(`create table judgement as
    select next_on, held_on, from_day, until_day, school, la, district, phase, framework, judged
    from audit join judged using (audit) order by next_on, held_on`)
  await connection.run('drop table judged')
}

const types = { byte: UTINYINT, short: USMALLINT, number: INTEGER } as const

const typeOf = ({ kind }: PreparedColumn) => types[kind]

async function fill(connection: DuckDBConnection, table: Prepared): Promise<void> {
  const columns = table.columns.map((column) => `${column.name} ${typeOf(column).toString()} not null`)
  await connection.run(`create table ${table.name} (${columns.join(', ')})`)
  const appender = await connection.createAppender(table.name)
  for (let start = 0; start < rowsOf(table); start += chunkRows) {
    const end = Math.min(start + chunkRows, rowsOf(table))
    const chunk = DuckDBDataChunk.create(table.columns.map(typeOf), end - start)
    chunk.setColumns(table.columns.map(({ values }) => Array.from(values.subarray(start, end))))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
