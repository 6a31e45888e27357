import { describe, expect, it } from 'vitest'
import { listMappings } from '../../../ingest/mapping/remember.ts'
import type { Store } from '../../../migrations/open.ts'
import { perform } from '../../../server/jobs/perform.ts'
import { move, stage } from '../../../server/jobs/stage.ts'
import type { FileTask } from '../../../server/jobs/task.ts'
import { book, packed, table, type TabMade } from '../../ingest/readers/made-workbook.ts'
import { allFacts, hubWith, loadFile } from '../../ingest/story.ts'

type Doing = { [Does in FileTask['does']]: Omit<Extract<FileTask, { does: Does }>, 'importId' | keyof typeof usual> }

const usual = { today: '2026-01-10', now: '2026-01-10T09:00:00Z', by: 'operator' }

/** Stages a file; gives what does something with it. */
async function staged(store: Store, content: string | Uint8Array) {
  async function* chunks() {
    yield typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  const { id: importId, ...file } = await stage(store, { ...usual, hubId: 1, name: 'audits.csv' }, chunks())
  await move(store, importId, ['arriving'], { state: 'checking', ...file })
  return (doing: Doing[keyof Doing]) => perform(store, { ...usual, ...doing, importId }, () => {})
}

const head = 'School,Town,Meeting date,Strand,Level\n'
const urnHead = 'URN,Meeting date,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships\n'

describe('a file that is checked', () => {
  it('says each cell that it would change, with its school, and counts the rows of each school', async () => {
    const store = await hubWith(`${urnHead}100001,2024-03-05,Focusing,Focusing,,\n`)
    const act = await staged(
      store,
      `${urnHead}100001,2024-03-05,Developing,Not rated,,\n100001,2025-03-05,Focusing,,,\n100002,2024-03-06,Focusing,,,\n`,
    )
    const { state, findings } = await act({ does: 'check' })
    expect(state).toBe('ready')
    const place = { sheet: null, row: 2, school: 'Ash Primary' }
    expect(findings).toMatchObject({ new: 2, changed: 1, same: 0, ignored: 0 })
    expect(findings.corrections).toEqual([
      { ...place, column: 'Curriculum music', from: 'Focusing', to: 'Developing' },
      { ...place, column: 'Co-curricular', from: 'Focusing', to: null, said: 'Not rated' },
    ])
    expect(findings.schools).toEqual([
      { urn: 100001, name: 'Ash Primary', new: 1, changed: 1, same: 0, conflicting: 0 },
      { urn: 100002, name: 'Beech High', new: 1, changed: 0, same: 0, conflicting: 0 },
    ])
  })

  it('lists the first of many changes and counts them all', async () => {
    const days = Array.from({ length: 300 }, (_, at) => `${2000 + (at % 20)}-03-${10 + Math.floor(at / 20)}`)
    const text = (level: string): string => urnHead + days.map((day) => `100001,${day},${level},${level},,\n`).join('')
    const act = await staged(await hubWith(text('Focusing')), text('Developing'))
    const { findings } = await act({ does: 'check' })
    expect(findings.changed).toBe(300)
    expect(findings.corrections).toHaveLength(200)
    expect(findings.schools).toMatchObject([{ urn: 100001, changed: 300 }])
  })

  it('asks about a doubtful name once for each place that the file gives with it, and is settled at one go', async () => {
    const named = ['Beach High,Seaton', 'Beach High,Seaton', 'Beach High,', 'Ash Prmary,Selby']
    const rows = named.map((school, at) => `${school},2024-03-0${at + 1},Co-curricular,Focusing\n`)
    const act = await staged(await hubWith(), head + rows.join(''))
    const { state, findings } = await act({ does: 'check' })
    expect(state).toBe('doubtful')
    expect(findings.doubtful.map(({ name, place, rows }) => [name, place, rows])).toEqual([
      ['Beach High', 'Seaton', [2, 3]],
      ['Beach High', null, [4]],
      ['Ash Prmary', 'Selby', [5]],
    ])
    const choices = [
      { sheet: null, row: 2, urn: 100002 },
      { sheet: null, row: 4, urn: 100002 },
      { sheet: null, row: 5, urn: 100001 },
    ]
    expect(await act({ does: 'settle', choices })).toMatchObject({ state: 'ready', findings: { new: 4 } })
  })
})

describe('a workbook that names a school on several tabs', () => {
  it('asks about it once, and what is answered holds for all of them', async () => {
    const day = (text: string) => ['Beach High', 'Seaton', text, 'Co-curricular', 'Focusing']
    const tab = (held: string): TabMade => [held.slice(0, 4), table(head.trim().split(','), day(held))]
    const act = await staged(await hubWith(), packed(book([tab('2024-03-04'), tab('2025-03-04')])))
    const { findings } = await act({ does: 'check' })
    expect(findings.doubtful).toMatchObject([
      { name: 'Beach High', sheet: '2024', rows: [2], elsewhere: [{ sheet: '2025', rows: [2] }] },
    ])
    const settled = await act({ does: 'settle', choices: [{ sheet: '2024', row: 2, urn: 100002 }] })
    expect(settled).toMatchObject({ state: 'ready', findings: { new: 2 } })
  })
})

describe('a mapping that a person confirmed', () => {
  it('is remembered where all that it brings is known already', async () => {
    const store = await hubWith(`${urnHead}100001,2024-03-05,Developing,,,\n`)
    const act = await staged(store, 'No of school,Held,Area,Found\n100001,2024-03-05,Curriculum music,Developing\n')
    const columns = [
      { heading: 'No of school', means: 'URN' },
      { heading: 'Held', means: 'Meeting date' },
      { heading: 'Area', means: 'Strand' },
      { heading: 'Found', means: 'Level' },
    ]
    const mapping = JSON.stringify([{ kind: 'audits', layout: 'long', columns }])
    await store.updateTable('importFile').set({ mapping }).execute()
    expect(await act({ does: 'check' })).toMatchObject({ state: 'known', receiptId: null })
    expect(await listMappings(store, 'Northshire')).toMatchObject([{ name: 'audits.csv', usedCount: 1 }])
  })
})

describe('a file that is to be loaded', () => {
  it('is loaded at the version at which it was reviewed; at any other nothing is kept, and it is reviewed again', async () => {
    const store = await hubWith()
    const act = await staged(store, `${urnHead}100001,2024-03-05,Developing,,,\n`)
    const { version } = await act({ does: 'check' })
    await loadFile(store, 'other.csv', `${urnHead}100001,2024-03-05,Focusing,,,\n`)
    const before = await allFacts(store)
    const again = await act({ does: 'load', version })
    expect(again).toMatchObject({ state: 'ready', receiptId: null, version: version + 1, findings: { changed: 1 } })
    expect(again.said).toContain('checked again')
    expect(again.findings.corrections).toMatchObject([{ from: 'Focusing', to: 'Developing' }])
    expect(await allFacts(store)).toEqual(before)
    expect(await act({ does: 'load', version: again.version })).toMatchObject({ state: 'loaded', said: null })
    expect(await allFacts(store)).not.toEqual(before)
  })
})
