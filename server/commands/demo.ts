import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Command } from 'commander'
import { csvOf } from '../../fixtures/csv-of.ts'
import { sampleCounty } from '../../fixtures/county/index.ts'
import { addHub } from '../../ingest/hub.ts'
import { load } from '../../ingest/load.ts'
import { problemLine } from '../../ingest/problem.ts'
import { termBefore } from '../../analytics/framework/term.ts'
import type { Store } from '../../migrations/open.ts'
import { approveSnapshot } from '../queries/council-snapshot.ts'
import { getHub } from '../queries/hub.ts'
import { operator } from '../access/person.ts'
import { addSamplePeople } from './sample-people.ts'
import { portOf, portOption, serve } from './serve.ts'
import { withStore } from './store.ts'

/** `crescendo demo`: loads the invented sample county through the real pipeline into a database of its own, and serves it. */
export const demoCommand = (): Command =>
  new Command('demo')
    .description('load an invented sample county and serve it')
    .option(...portOption)
    .action(async ({ port }: { port: string }) => {
      const folder = await mkdtemp(join(tmpdir(), 'crescendo-demo-'))
      const storeFile = join(folder, 'demo.db')
      try {
        await withStore(
          { make: true },
          async (store) => {
            const { today } = await loadSample(store)
            await serve(store, { storeFile, port: portOf(port), today: () => today, sample: true })
          },
          storeFile,
        )
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })

/** Loads every sheet of the sample county, saying how it goes; gives its hub and the day it plays on. */
export async function loadSample(store: Store, say = console.log) {
  const county = sampleCounty()
  const hubId = await addHub(store, { name: county.hubName, area: county.area, now: new Date().toISOString() })
  say(`Loading the invented county of ${county.hubName}, as it stood on ${county.today}:`)
  const files = [
    ...county.sheets.map(({ fileName, kind, rows }) => ({ fileName, kind, bytes: csvOf(rows) })),
    { fileName: 'boundaries.geojson', kind: 'boundaries', bytes: county.boundaries } as const,
  ]
  for (const [at, { fileName, kind, bytes }] of files.entries()) {
    const began = performance.now()
    const outcome = await load(store, {
      hub: county.hubName,
      fileName,
      bytes,
      kind,
      today: county.today,
      now: new Date().toISOString(),
      by: operator.id,
    })
    const [problem] = outcome.problems
    if (problem !== undefined) throw new Error(problemLine(fileName, problem))
    const took = ((performance.now() - began) / 1000).toFixed(1)
    say(`  ${at + 1} of ${files.length}  ${fileName.padEnd(20)} ${String(outcome.new).padStart(6)} rows, ${took} s`)
  }
  await addSamplePeople(store, hubId, new Date().toISOString())
  const { dataVersion } = await getHub(store, hubId)
  const term = termBefore(county.today)
  await approveSnapshot(store, { hubId, asOf: term.lastOn, dataVersion }, operator.id)
  return county
}
