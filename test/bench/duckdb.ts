import { DuckDBDataChunk, DuckDBInstance, INTEGER, UTINYINT, version, type DuckDBConnection } from '@duckdb/node-api'
import { decode, type SqlRow } from './decode.ts'
import type { Engine } from './engine.ts'
import { rowsOf, type Prepared, type PreparedColumn } from './prepared.ts'
import { apart, statementOf } from './statements.ts'

const threads = '2'
const chunkRows = 2048

/** DuckDB in memory on two threads: tables in the order of schools and days, each column as narrow as it can be. */
export async function loadDuckdb(tables: readonly Prepared[]): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads })
  const connection = await instance.connect()
  for (const table of tables) await fill(connection, table)
  await connection.run('analyze')
  return {
    name: 'DuckDB',
    version: version(),
    prepare: async (question) => {
      const { text, names } = statementOf(question, apart)
      const statement = await connection.prepare(text)
      return async () => {
        statement.bind({ ...names })
        const reader = await statement.runAndReadAll()
        return decode[question.id](reader.getRowObjectsJS() as SqlRow[])
      }
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

const typeOf = ({ kind }: PreparedColumn) => (kind === 'byte' ? UTINYINT : INTEGER)

async function fill(connection: DuckDBConnection, table: Prepared): Promise<void> {
  const columns = table.columns.map((column) => `${column.name} ${typeOf(column).toString()} not null`)
  await connection.run(`create table ${table.name} (${columns.join(', ')})`)
  const appender = await connection.createAppender(table.name)
  for (let start = 0; start < rowsOf(table); start += chunkRows) {
    const length = Math.min(chunkRows, rowsOf(table) - start)
    const chunk = DuckDBDataChunk.create(table.columns.map(typeOf), length)
    chunk.setColumns(table.columns.map(({ values }) => Array.from({ length }, (_, row) => values[start + row]!)))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
