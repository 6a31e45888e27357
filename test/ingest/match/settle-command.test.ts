import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { openStore } from '../../../migrations/open.ts'
import { loadFile, register, rowsOf } from '../story.ts'

const program = resolve(import.meta.dirname, '../../../server/crescendo.js')

it('crescendo settle remembers which school a doubtful row means, and the file then loads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-test-'))
  const env = { ...process.env, CRESCENDO_DB: join(folder, 'hub.db'), CRESCENDO_TODAY: '2026-01-10' }
  const settle = (...args: readonly string[]) => {
    const words = [program, 'settle', 'audits.csv', ...args]
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: 'utf8' })
    return { status, told: stdout + stderr }
  }
  const audits = 'School,Town,Meeting date,Strand,Level\nBeach High,Seaton,2024-03-05,Co-curricular,Focusing\n'
  writeFileSync(join(folder, 'audits.csv'), audits)
  const store = await openStore(env.CRESCENDO_DB)
  await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  await loadFile(store, 'register.csv', register)
  expect(rowsOf(await loadFile(store, 'audits.csv', audits))).toEqual([[2, 'doubtful']])

  expect(settle('--row', '2', '--urn', '999999')).toEqual({ status: 1, told: 'the register has no URN 999999\n' })
  expect(settle('--row', '2', '--urn', '100002')).toEqual({
    status: 0,
    told: 'Settled: "Beach High, Seaton" is Beech High (100002).\nNow ingest audits.csv again.\n',
  })
  expect(rowsOf(await loadFile(store, 'audits.csv', audits))).toEqual([[2, 'loaded']])
  await store.destroy()
})
