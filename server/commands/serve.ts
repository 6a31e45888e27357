import { Command } from 'commander'
import type { FastifyInstance } from 'fastify'
import { beginHub } from '../../ingest/hub.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import { keepErasures } from '../access/erasures-file.ts'
import { headsFileOf, keepHead } from '../access/heads-file.ts'
import { invite, inviteAgain } from '../access/invite.ts'
import { loopback, originOf, requireLoopback } from '../access/loopback.ts'
import { operator } from '../access/person.ts'
import { readProviders } from '../access/provider/settings-file.ts'
import type { Serving } from '../context.ts'
import { evidenceKeeper } from '../evidence.ts'
import { odsWriter, officePath } from '../jobs/office.ts'
import { warm } from '../warm.ts'
import { Mistake } from '../mistake.ts'
import { listHubs } from '../queries/hub.ts'
import { canAnybodySignIn, listPeople } from '../queries/person.ts'
import { applyDaily } from '../retention/retain.ts'
import { today } from '../today.ts'
import { invitationLine } from './person.ts'
import { storeFile as usualFile, withStore } from './store.ts'

interface Options {
  readonly port: string
  readonly host: string
  readonly origin?: string
  readonly contact?: string
}

export const portOption = ['--port <number>', 'port to listen on; 0 for any that is free', '8080'] as const

/** `crescendo serve`: runs until it is told to stop. */
export const serveCommand = (): Command =>
  new Command('serve')
    .description('serve the database named by CRESCENDO_DB (crescendo.db in this folder, if none is)')
    .option(...portOption)
    .option('--host <address>', 'address to listen on', loopback)
    .option('--origin <address>', 'the https address by which browsers know it, behind a server that encrypts')
    .option('--contact <address>', 'to whom people write about their data and about accessibility')
    .action(async ({ port, host, origin, contact = process.env['CRESCENDO_CONTACT'] }: Options) => {
      requireLoopback(host)
      const known = originOf(origin ?? process.env['CRESCENDO_ORIGIN'])
      const providers = await readProviders(process.env)
      await withStore({ make: true }, async (store) => {
        const told = { origin: known, contact: contact ?? null, providers }
        await serve(store, { storeFile: usualFile(), port: portOf(port), today, sample: false, ...told })
      })
    })

export function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Mistake(`--port: found "${text}"; use 0 to 65535`)
  return port
}

interface Listening extends Pick<Serving, 'storeFile' | 'today' | 'sample' | 'origin' | 'contact' | 'providers'> {
  readonly port: number
}

/** Serves a store until a signal tells it to stop; then answers what is under way and closes. */
export async function serve(
  store: Store,
  { storeFile, port, today: dayOf, sample, origin = null, contact = null, providers = [] }: Listening,
): Promise<void> {
  // Only those who serve wait for all that a server is made of.
  const { buildApp } = await import('../app.ts')
  const context = {
    store,
    storeFile,
    evidenceOf: evidenceKeeper(store, (evidence, isNewest) => {
      void warm(evidence, dayOf(), isNewest).catch((error: unknown) => console.error(error))
    }),
    today: dayOf,
    sample,
    origin,
    contact,
    providers,
    writeOds: odsWriter(officePath()),
  }
  const app = await buildApp(context, { logLevel: sample ? 'warn' : 'info' })
  const stopped = stopOf(app)
  const daily = sample ? null : await keepDaily(store, storeFile, dayOf)
  try {
    // By its name, not by its number: browsers make passkeys for names only.
    const address = (await app.listen({ port, host: loopback })).replace(loopback, 'localhost')
    console.log(`Crescendo is at ${origin ?? address} (stop it with Ctrl+C)`)
    for (const hub of await listHubs(store))
      void context.evidenceOf(hub).catch((error: unknown) => console.error(error))
    if (!sample) await inviteFirst(store, origin ?? address)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Mistake(`port ${port} is taken: choose another with --port, or 0 for any that is free`)
    throw error
  }
  await stopped
  await daily?.stop()
}

/**
 * Prints an invitation for the data steward of every hub of which nobody has a way in yet. Where there is no hub, one is
 * begun, which its steward names in the browser.
 */
async function inviteFirst(store: Store, address: string): Promise<void> {
  if ((await listHubs(store)).length === 0) await beginHub(store, new Date().toISOString())
  for (const { id: hubId, name: hub } of await listHubs(store)) {
    if (await canAnybodySignIn(store, hubId)) continue
    const person = { hubId, role: 'data steward', organisation: null, assigned: [] } as const
    const waiting = (await listPeople(store, hubId)).find(
      ({ role, disabledAt }) => role === person.role && disabledAt === null,
    )
    const secret =
      waiting === undefined
        ? (await invite(store, { ...person, name: 'Data steward' }, operator.id)).secret
        : await inviteAgain(store, waiting, operator.id)
    console.log(`Nobody of ${hub} can sign in yet. Its data steward begins at\n${invitationLine(address, secret)}`)
  }
}

const day = 86_400_000

/**
 * Lets go what the retention schedule says goes by itself, and keeps the head of the audit log and what was erased in
 * files beside the database: now, every day, and at the end.
 */
async function keepDaily(
  store: Store,
  storeFile: string,
  dayOf: () => Day,
): Promise<{ readonly stop: () => Promise<void> }> {
  const keep = async (): Promise<void> => {
    await applyDaily(store, dayOf(), operator.id)
    await keepErasures(store, storeFile)
    await keepHead(store, headsFileOf(storeFile))
  }
  await keep()
  const clock = setInterval(() => void keep().catch((error: unknown) => console.error(error)), day).unref()
  return {
    stop: () => {
      clearInterval(clock)
      return keep()
    },
  }
}

/** Settles when a signal has come and the application has closed. */
const stopOf = (app: FastifyInstance): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      app.close().then(resolve, reject)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
