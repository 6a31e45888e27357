import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sampleCounty } from '../../fixtures/county/index.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { buildApp } from '../../server/app.ts'
import type { Rates } from '../../server/access/rates.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { sampleBytes } from './sample-bytes.ts'
import { signedIn } from './signed-in.ts'

export interface SampleApp {
  readonly app: FastifyInstance
  readonly store: Store
  readonly today: string
  /** The cookie of a data steward, who sees the whole hub. */
  readonly cookie: string
  readonly close: () => Promise<void>
}

/** The application over the sample county, loaded through the real pipeline; asked without listening. */
export async function sampleApp(): Promise<SampleApp> {
  const folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
  const storeFile = join(folder, 'sample.db')
  await writeFile(storeFile, await sampleBytes())
  const store = await openStore(storeFile)
  const { today } = sampleCounty()
  const app = await appOf(store, today, storeFile)
  return {
    app,
    store,
    today,
    cookie: (await signedIn(store)).cookie,
    close: async () => {
      await app.close()
      await store.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const often = { most: Number.MAX_SAFE_INTEGER, minutes: 1 }
const unlimited: Rates = { read: often, 'sign-in': often, upload: often, export: often }

/** The application over a store; the file it is in is needed to load files only. */
export const appOf = (
  store: Store,
  today: string,
  storeFile = ':memory:',
  sample = true,
  rates = unlimited,
): Promise<FastifyInstance> => appWith({ store, storeFile, today: () => today, sample, rates })

type AppSources = Parameters<typeof buildApp>[0]

/** The same with whatever else is told. */
export const appWith = (sources: Pick<AppSources, 'store'> & Partial<AppSources>): Promise<FastifyInstance> =>
  buildApp(
    {
      storeFile: ':memory:',
      evidenceOf: evidenceKeeper(sources.store),
      today: () => '2026-01-10',
      sample: false,
      rates: unlimited,
      // What LibreOffice would be handed comes back as it is: who is given what is proved here, the rest where it is run.
      writeOds: (xlsx) => Promise.resolve(xlsx),
      ...sources,
    },
    { logLevel: 'silent' },
  )
