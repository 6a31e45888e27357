import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import type { Engine } from './engine.ts'
import { placeIndexes } from './place-indexes.ts'
import { startPostgres } from './postgres-server.ts'
import { rowsOf, type Prepared } from './prepared/table.ts'
import type { SqlRow } from './statements/statement.ts'

const types = { byte: 'smallint', short: 'smallint', number: 'integer' } as const
const rowsAtOnce = 50_000

/**
 * PostgreSQL as the system has it, over a socket: unlogged tables that lie in their order with an index on it, covering
 * indexes for places, statistics, two workers beside the one that asks. Undefined where it is not installed.
 */
export async function loadPostgres(tables: readonly Prepared[]): Promise<Engine | undefined> {
  const server = await startPostgres()
  if (server === undefined) return undefined
  const client = await connected(server.folder)
  for (const table of tables) await fill(client, table)
  for (const { table, columns } of placeIndexes(tables))
    await client.query(
      `create index on ${table} (${columns[0]}, ${columns[1]}) include (${columns.slice(2).join(', ')})`,
    )
  await client.query('vacuum analyze')
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  let named = 0
  return {
    name: 'PostgreSQL',
    version: rows[0]?.version.split(' ')[0] ?? '',
    traits: { scans: false, hasSets: true },
    prepare: async (text) => {
      const name = `question ${(named += 1)}`
      return async () => (await client.query<SqlRow>({ name, text })).rows
    },
    close: async () => {
      await client.end()
      await server.stop()
    },
  }
}

/** A connection to a server that may still be starting. */
async function connected(folder: string): Promise<Client> {
  for (let tries = 0; ; tries++) {
    const client = new Client({ host: folder, user: 'bench', database: 'postgres' })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (tries === 100) throw error
      await setTimeout(100)
    }
  }
}

async function fill(client: Client, table: Prepared): Promise<void> {
  const { name, order, columns } = table
  const described = columns.map((column) => `${column.name} ${types[column.kind]} not null`)
  await client.query(`create unlogged table ${name} (${described.join(', ')})`)
  const arrays = columns.map(({ kind }, at) => `$${at + 1}::${types[kind]}[]`)
  const insert = `insert into ${name} select * from unnest(${arrays.join(', ')})`
  const size = rowsOf(table)
  for (let start = 0; start < size; start += rowsAtOnce)
    await client.query(
      insert,
      columns.map(({ values }) => `{${values.subarray(start, start + rowsAtOnce).join(',')}}`),
    )
  await client.query(`create index on ${name} (${order.join(', ')})`)
}
