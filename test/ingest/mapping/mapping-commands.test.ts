import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { openStore } from '../../../migrations/open.ts'
import { environmentOf, runProgram } from '../../program.ts'
import { loadFile, register } from '../story.ts'

const root = resolve(import.meta.dirname, '../../..')
const sample = join(root, 'fixtures/sample-mapping.json')

const visits = `School no,Date of visit,Curriculum rating,Extra-curricular,Leadership rating,Partnership working,Office notes
100001,2024-03-05,1,2,0,4,filed
`

it('crescendo proposes, takes and remembers a mapping, which can be seen, renamed and deleted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-test-'))
  const env = environmentOf(folder, '2026-01-10')
  const run = async (...words: readonly string[]) => {
    const { code, out, err } = await runProgram({ words, cwd: folder, env })
    return { code, told: out + err }
  }
  writeFileSync(join(folder, 'visits.csv'), visits)
  const store = await openStore(join(folder, 'hub.db'))
  await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  await loadFile(store, 'register.csv', register)

  const proposed = await run('ingest', 'visits.csv', '--propose', '--draft', 'draft.json')
  expect(proposed.code).toBe(0)
  expect(proposed.told).toContain('"School no": URN (likely: a usual word for URN; its values fit); holds "100001"')
  expect(proposed.told).toContain('a person must say what these words stand for: "0", "1", "2", "4"')
  const draft = JSON.parse(readFileSync(join(folder, 'draft.json'), 'utf8'))
  expect(draft).toMatchObject({ kind: 'audits', values: { '0': '', '1': '' } })
  expect(draft.columns).toEqual(JSON.parse(readFileSync(sample, 'utf8')).columns)
  expect(await run('ingest', 'visits.csv', '--mapping', 'draft.json')).toEqual({
    code: 1,
    told: expect.stringContaining(
      'say what "1" stands for: one of Focusing, Developing, Establishing, Enhancing and Not rated',
    ),
  })

  expect(await run('ingest', 'visits.csv', '--mapping', sample)).toMatchObject({ code: 0 })
  expect(await run('mapping', 'rename', '1', 'Visits')).toEqual({
    code: 0,
    told: '"Adviser visits" is called "Visits" now.\n',
  })
  expect((await run('mapping', 'list')).told).toMatch(
    /^1\tVisits\taudits\tconfirmed by operator on \S+, used once, last on \S+\n$/,
  )
  const again = await loadFile(store, 'next.csv', visits.replace('2024', '2025'))
  expect(again.notes[0]).toBe('Read through the remembered mapping "Visits".')
  const shown = JSON.parse((await run('mapping', 'show', 'Visits')).told)
  expect(shown).toEqual({ ...JSON.parse(readFileSync(sample, 'utf8')), name: 'Visits' })
  await store.updateTable('mapping').set({ kind: 'rehearsals', body: '{"kind":"rehearsals","columns":[]}' }).execute()
  expect((await run('mapping', 'list')).told).toContain('no file is read through it; delete it')
  expect(await run('mapping', 'show', 'Visits')).toEqual({ code: 1, told: expect.stringContaining('not understood') })
  expect(await run('mapping', 'delete', 'Visits')).toMatchObject({ code: 0 })
  expect(await run('mapping', 'show', 'Visits')).toEqual({ code: 1, told: 'there is no mapping "Visits"\n' })
  await store.destroy()
})
