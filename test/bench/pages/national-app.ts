import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { openStore } from '../../../migrations/open.ts'
import { buildApp } from '../../../server/app.ts'
import { audiences } from '../../../server/access/audience.ts'
import { signedIn } from '../../server/signed-in.ts'
import { benchFacts } from '../facts.ts'
import { countySpecs } from './county-specs.ts'
import { vegaPages } from './vega-pages.ts'

/** The application over a hub of so many schools, whose facts are in memory alone, with somebody signed in. */
export async function nationalApp(schools: number) {
  const folder = await mkdtemp(join(tmpdir(), 'crescendo-bench-'))
  const storeFile = join(folder, 'bench.db')
  const store = await openStore(storeFile)
  const facts = benchFacts(schools)
  const evidence = buildEvidence(facts)
  const createdAt = '2026-06-30T12:00:00Z'
  await store.insertInto('hub').values({ id: 1, name: facts.hub, dataVersion: 1, createdAt }).execute()
  const { cookie } = await signedIn(store, { role: 'hub leader' })
  const often = { most: Number.MAX_SAFE_INTEGER, minutes: 1 }
  const app = await buildApp(
    {
      store,
      storeFile,
      // The facts are not in the store.
      evidenceOf: async () => evidence,
      today: () => '2026-06-30',
      sample: false,
      rates: { read: often, 'sign-in': often, upload: often, export: often },
    },
    { logLevel: 'silent' },
  )
  const config = { audience: audiences.hub, scope: 'hub' } as const
  app.get('/bench/hello', { config }, (_, reply) => reply.type('text/html; charset=utf-8').send('<p>Hello</p>'))
  vegaPages(app, config, countySpecs(evidence, '2026-06-30'))
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    origin,
    cookie,
    evidence,
    councils: evidence.area.map(({ la }) => la),
    close: async () => {
      await app.close()
      await store.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
