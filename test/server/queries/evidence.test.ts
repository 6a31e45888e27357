import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Table } from 'apache-arrow'
import { expect, it, onTestFinished } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { nationalFacts } from '../../../fixtures/national.ts'
import { openStore } from '../../../migrations/open.ts'
import { readEvidence } from '../../../server/queries/evidence.ts'
import { benchFacts } from '../../bench/facts.ts'
import { withJudgements } from '../../bench/facts/judgements.ts'
import { storeHub } from '../../bench/stored-hub.ts'
import { environmentOf, program } from '../../program.ts'
import { isLong } from '../../runs.ts'
import { readFacts } from './all-facts.ts'

/** All that evidence holds, its tables as the arrays and words of their columns. */
const plainly = (evidence: Evidence): object =>
  Object.fromEntries(
    Object.entries(evidence).map(([name, held]: [string, unknown]) => [
      name,
      held instanceof Table
        ? held.schema.fields.map((field, at) => {
            const column = held.getChildAt(at)?.data[0]
            return [field.name, column?.values, column?.dictionary?.toArray()]
          })
        : held,
    ]),
  )

it('evidence read from a store some schools at a time is that of all their facts read at once', async () => {
  const store = await openStore(':memory:')
  const facts = benchFacts(205)
  expect(facts.register.length).toBeGreaterThan(200)
  const hub = await storeHub(store, facts, withJudgements(buildEvidence(facts)))
  const read = await readEvidence(store, hub, { at: hub.dataVersion })
  expect(read.judgements.numRows).toBeGreaterThan(0)
  expect(plainly(read)).toEqual(plainly(buildEvidence(await readFacts(store, hub))))
  await store.destroy()
})

const tellPeak = 'data:text/javascript,process.on("exit",()=>console.error(`peak ${process.resourceUsage().maxRSS}`))'

it.runIf(isLong)('the county report of a country of 24,000 schools is written in less than 300 MB', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-country-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const env = environmentOf(folder, '2026-06-30')
  const store = await openStore(join(folder, 'hub.db'))
  const facts = nationalFacts()
  await storeHub(store, facts, buildEvidence(facts))
  await store.destroy()
  const words = [program, 'export', 'county-report', '--out', join(folder, 'report.xlsx')]
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', tellPeak, ...words], { env })
  expect(Number(/^peak (\d+)$/m.exec(stderr)?.[1])).toBeLessThan(300 * 1024)
})
