import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { openStore } from '../../../migrations/open.ts'
import { environmentOf, runProgram } from '../../program.ts'
import { loadFile, register, rowsOf } from '../story.ts'

it('crescendo settle remembers which school a doubtful row means, and the file then loads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-test-'))
  const env = environmentOf(folder, '2026-01-10')
  const run = async (...words: readonly string[]) => {
    const { code, out, err } = await runProgram({ words, cwd: folder, env })
    return { code, told: out + err }
  }
  const settle = (...args: readonly string[]) => run('settle', 'audits.csv', ...args)
  const audits = 'School,Town,Meeting date,Strand,Level\nBeach High,Seaton,2024-03-05,Co-curricular,Focusing\n'
  writeFileSync(join(folder, 'audits.csv'), audits)
  const store = await openStore(join(folder, 'hub.db'))
  await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  await loadFile(store, 'register.csv', register)
  expect(rowsOf(await loadFile(store, 'audits.csv', audits))).toEqual([[2, 'doubtful']])
  expect((await run('ingest', 'audits.csv')).told).toContain(
    'for every row of that name: crescendo settle audits.csv --row 2 --urn <URN>',
  )

  expect(await settle('--row', '2', '--urn', '999999')).toEqual({ code: 1, told: 'the register has no URN 999999\n' })
  expect(await settle('--row', '2', '--urn', '100002')).toEqual({
    code: 0,
    told: 'Settled: "Beach High, Seaton" is Beech High (100002).\nNow ingest audits.csv again.\n',
  })
  expect(rowsOf(await loadFile(store, 'audits.csv', audits))).toEqual([[2, 'loaded']])
  await store.destroy()
})
