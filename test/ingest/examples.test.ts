import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleFile } from '../../dashboards/parts/sheet-kind.ts'
import { addHub } from '../../ingest/hub.ts'
import { load, sheetKinds } from '../../ingest/load.ts'
import { openStore } from '../../migrations/open.ts'
import { exampleSheets } from './example-sheets.ts'

const read = (kind: string): Buffer =>
  readFileSync(new URL(`../../ingest/examples/${exampleFile(kind)}`, import.meta.url))

describe('the example of each kind of sheet', () => {
  it('is what the sample county says of a few schools, to the letter', () => {
    const made = exampleSheets()
    expect([...made.keys()].toSorted()).toEqual([...sheetKinds].toSorted())
    for (const [kind, bytes] of made)
      expect(read(kind).equals(bytes), `ingest/examples/${exampleFile(kind)}`).toBe(true)
  })

  it('loads whole, each after those it builds on', async () => {
    const store = await openStore(':memory:')
    await addHub(store, { name: 'Northshire', area: ['990', '991'], now: '2026-01-01T00:00:00Z' })
    for (const kind of sheetKinds) {
      const file = { hub: 'Northshire', fileName: exampleFile(kind), bytes: read(kind), kind }
      const outcome = await load(store, { ...file, today: '2026-06-30', now: '2026-06-30T09:00:00Z', by: 'test' })
      expect({ kind, problems: outcome.problems, isLoaded: outcome.receiptId !== null }).toEqual({
        kind,
        problems: [],
        isLoaded: true,
      })
    }
    await store.destroy()
  })
})
