import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL server of our own, reached by a socket in its folder; `stop` ends it and removes the folder. */
export interface PostgresServer {
  readonly folder: string
  readonly stop: () => Promise<void>
}

const root = '/usr/lib/postgresql'

/** Where the newest server that the system has installed keeps its programs; undefined where there is none. */
function programs(): string | undefined {
  if (!existsSync(root)) return undefined
  return readdirSync(root)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((release) => join(root, release, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
}

/** The server refuses to run as root: then it runs as nobody. */
const nobody = 65_534
const person = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}

const settings = [
  'listen_addresses=',
  'jit=off',
  'shared_buffers=1GB',
  'work_mem=256MB',
  'maintenance_work_mem=512MB',
  'max_parallel_workers_per_gather=2',
  'random_page_cost=1.1',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_wal_size=8GB',
]

/** Starts a server in a folder of its own; undefined where PostgreSQL is not installed or does not start. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const bin = programs()
  if (bin === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-postgres-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  if ('uid' in person) chownSync(folder, nobody, nobody)
  const data = join(folder, 'data')
  const options = { ...person, cwd: folder, stdio: 'ignore', env: { LC_ALL: 'C' } } as const
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '-N'], options)
  if (made.status !== 0) {
    remove()
    return undefined
  }
  const words = ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(bin, 'postgres'), words, options)
  // A race that breaks off leaves no server behind.
  const end = (): void => {
    server.kill('SIGQUIT')
    remove()
  }
  process.once('exit', end)
  return {
    folder,
    stop: async () => {
      const ended = once(server, 'close')
      if (server.exitCode === null) {
        server.kill('SIGINT')
        await ended
      }
      process.off('exit', end)
      remove()
    },
  }
}
