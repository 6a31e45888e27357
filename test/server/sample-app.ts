import type { FastifyInstance } from 'fastify'
import { openStore, type Store } from '../../migrations/open.ts'
import { buildApp } from '../../server/app.ts'
import { loadSample } from '../../server/commands/demo.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { listHubs } from '../../server/queries/hub.ts'

export interface SampleApp {
  readonly app: FastifyInstance
  readonly store: Store
  readonly today: string
  readonly close: () => Promise<void>
}

/** The application over the sample county, loaded through the real pipeline; asked without listening. */
export async function sampleApp(): Promise<SampleApp> {
  const store = await openStore(':memory:')
  const { today } = await loadSample(store, () => {})
  const app = await appOf(store, today)
  return {
    app,
    store,
    today,
    close: async () => {
      await app.close()
      await store.destroy()
    },
  }
}

/** The application over a store. */
export const appOf = (store: Store, today: string): Promise<FastifyInstance> =>
  buildApp(
    {
      store,
      evidenceOf: evidenceKeeper(store),
      hub: async () => (await listHubs(store))[0] ?? null,
      today: () => today,
      sample: true,
    },
    { logLevel: 'silent' },
  )
