import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore } from '../../migrations/open.ts'
import { manyAudits, manySchools } from './many-audits.ts'
import { loadFile, wholeStore } from './story.ts'

it('a load for which there is no room is taken back whole and says so; with room it goes through', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-full-'))
  const store = await openStore(join(folder, 'hub.db'))
  await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  await loadFile(store, 'register.csv', manySchools(60))
  const before = await wholeStore(store)
  const audits = [...manyAudits(60, [2021, 2022, 2023], 3)].join('')
  const { rows } = await sql<{ pageCount: number }>`pragma page_count`.execute(store)
  const pages = rows[0]?.pageCount ?? 0
  for (const more of [0, 12]) {
    await sql.raw(`pragma max_page_count = ${pages + more}`).execute(store)
    await expect(loadFile(store, 'audits.csv', audits)).rejects.toThrow(
      'audits.csv: nothing was loaded, for the disk that holds the database is full',
    )
    expect(await wholeStore(store)).toBe(before)
  }
  await sql.raw('pragma max_page_count = 1000000').execute(store)
  expect(await loadFile(store, 'audits.csv', audits)).toMatchObject({ new: 720, problems: [], dataVersion: 2 })
  await store.destroy()
  rmSync(folder, { recursive: true })
})
