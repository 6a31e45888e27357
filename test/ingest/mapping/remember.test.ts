import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../../ingest/mapping/mapping.ts'
import {
  deleteMapping,
  listKeptMappings,
  listMappings,
  rememberMapping,
  renameMapping,
} from '../../../ingest/mapping/remember.ts'
import { problemLine } from '../../../ingest/problem.ts'
import { proposeMapping } from '../../../ingest/propose.ts'
import { allFacts, facts, hubWith, loadFile, told, wholeStore } from '../story.ts'
import { book, packed, table } from '../readers/made-workbook.ts'

const hub = 'Northshire'

const visits = `Visits of 2024,,,,,
School no,Date of visit,Curriculum rating,Extra-curricular,Leadership rating,Partnership working
100001,2024-03-05,1,2,,4
100002,2024-03-06,2,3,1,n/a
`

const words = { '1': 'Focusing', '2': 'Developing', '3': 'Establishing', '4': 'Enhancing' }

const plain = `URN,Meeting date,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Focusing,Developing,,Enhancing
100002,2024-03-06,Developing,Establishing,Focusing,n/a
`

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const mappings = (store: Awaited<ReturnType<typeof hubWith>>) => listMappings(store, hub)

/** What is proposed for the visits, with a person's words for the numbers. */
async function confirmed(store: Awaited<ReturnType<typeof hubWith>>): Promise<{ mapping: Mapping; shape: string }> {
  const { tabs } = await proposeMapping(store, { hub, fileName: 'visits.csv', bytes: bytesOf(visits) })
  const [tab] = tabs
  const mapping = tab?.kinds[0]?.mapping
  if (tab === undefined || mapping === undefined) throw new Error('nothing is proposed')
  return { mapping: { ...mapping, values: words }, shape: tab.shape }
}

describe('a mapping that a person confirms', () => {
  it('reads the file, and later files of its shape with no asking, whatever the order of their columns', async () => {
    const store = await hubWith()
    expect(told(await loadFile(store, 'visits.csv', visits)).map(([, , code]) => code)).toEqual(['unknown-kind'])
    const { mapping } = await confirmed(store)
    const first = await loadFile(store, 'visits.csv', visits, { mappings: [{ ...mapping, name: 'Visits' }] })
    expect(first).toMatchObject({ problems: [], kind: 'audits', new: 2 })
    expect(await allFacts(store)).toEqual(await allFacts(await hubWith(plain)))
    const next = `Partnership working,School no,DATE OF VISIT,Curriculum rating,Extra curricular,Leadership rating
3,100001,2025-03-05,2,2,2
`
    const second = await loadFile(store, 'next.csv', next)
    expect(second).toMatchObject({ problems: [], kind: 'audits', new: 1 })
    expect(second.notes[0]).toBe('Read through the remembered mapping "Visits".')
    expect(await mappings(store)).toMatchObject([{ name: 'Visits', usedCount: 2, confirmedBy: 'steward' }])
  })

  it('is remembered only when the load is kept, and under the name of the file where it has none', async () => {
    const store = await hubWith()
    const { mapping } = await confirmed(store)
    const before = await wholeStore(store)
    await loadFile(store, 'visits.csv', visits, { mappings: [mapping], dryRun: true })
    await loadFile(store, 'visits.csv', visits.replace(',1,2,,4', ',1,2,,5'), { mappings: [mapping] })
    expect([await mappings(store), await wholeStore(store)]).toEqual([[], before])
    await loadFile(store, 'visits.csv', visits, { mappings: [mapping] })
    expect((await mappings(store)).map(({ name }) => name)).toEqual(['visits.csv'])
  })

  it('has problems said under the headings of the file, with what they mean', async () => {
    const store = await hubWith()
    const { mapping } = await confirmed(store)
    const bad = visits.replace(',1,2,,4', ',1,2,,5').replace('2024-03-06', 'March').replace('100002', '100001x')
    const { problems } = await loadFile(store, 'visits.csv', bad, { mappings: [mapping] })
    expect(problems.map((problem) => problemLine('visits.csv', problem))).toEqual([
      'visits.csv, row 3, "Partnership working (Community and partnerships)": found "5"; use Focusing, Developing, Establishing or Enhancing, or say with --mapping which level each number stands for.',
      'visits.csv, row 4, "School no (URN)": found "100001x"; use a URN of six digits.',
      'visits.csv, row 4, "Date of visit (Meeting date)": found "March"; use a day such as 2024-03-25 or 25/03/2024 (the day before the month).',
    ])
    expect(problems[0]).toMatchObject({ column: 'Partnership working', means: 'Community and partnerships' })
  })

  it('reads the tabs that it fits and leaves the others to their headings', async () => {
    const store = await hubWith()
    const { mapping } = await confirmed(store)
    const rows = visits
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    const [title = [], head = [], one = [], two = []] = rows
    const awards = table(
      ['URN', 'Meeting date', 'Award', 'Award date'],
      ['100001', '2024-03-05', 'Bronze', '2024-04-01'],
    )
    const workbook = packed(
      book([
        ['North', table(title, head, one)],
        ['Awards', awards],
        ['South', table(head, two)],
      ]),
    )
    const outcome = await loadFile(store, 'all.xlsx', workbook, { mappings: [mapping] })
    expect(outcome).toMatchObject({ problems: [], new: 3 })
    expect(await facts(store, 'award')).toHaveLength(1)
    expect(await mappings(store)).toMatchObject([{ usedCount: 1 }])
  })

  it('that fits nothing is a problem, and loads nothing by other ways', async () => {
    const store = await hubWith()
    const { mapping } = await confirmed(store)
    const outcome = await loadFile(store, 'plain.csv', plain.replace('URN', 'Number'), { mappings: [mapping] })
    expect(told(outcome)).toEqual([
      [null, null, 'unfit-mapping', expect.stringContaining('"School no", "Date of visit"')],
    ])
    expect(told(await loadFile(store, 'plain.csv', plain, { mappings: [mapping] }))[0]?.[2]).toBe('unfit-mapping')
    expect(await facts(store, 'audit')).toEqual([])
  })

  it('may name a column by its number, where the heading does not tell', async () => {
    const store = await hubWith()
    const text = 'URN,Date,,Level,Level\n100001,2024-03-05,Co-curricular,Focusing,Enhancing\n'
    const mapping: Mapping = {
      kind: 'audits',
      columns: [
        { heading: 'Date', means: 'Meeting date' },
        { heading: '', number: 3, means: 'Strand' },
        { heading: 'Level', number: 5, means: 'Level' },
        { heading: 'Level', number: 4, means: null },
      ],
    }
    expect(await loadFile(store, 'a.csv', text, { mappings: [mapping] })).toMatchObject({ problems: [] })
    expect(await facts(store, 'rating')).toMatchObject([{ strand: 'Co-curricular', level: 'Enhancing' }])
    const other = 'URN,Date,Level,,Level\n100002,2024-03-05,Focusing,Co-curricular,Enhancing\n'
    expect(told(await loadFile(store, 'b.csv', other)).map(([, , code]) => code)).toEqual(['unknown-kind'])
  })

  it('may name a column behind the last heading, and the rows of the headings', async () => {
    const store = await hubWith()
    const text = 'No,When\nURN,Date\n100001,2024-03-05,Co-curricular,2\n'
    const columns = [
      { heading: 'URN', means: 'URN' },
      { heading: 'Date', means: 'Meeting date' },
      { heading: '', number: 3, means: 'Strand' },
      { heading: '', number: 4, means: 'Level' },
    ]
    const mapping: Mapping = { kind: 'audits', headingRows: [2, 2], columns, values: { 2: 'Developing' } }
    const wrong: Mapping = { ...mapping, headingRows: [1, 1] }
    expect(told(await loadFile(store, 'a.csv', text, { mappings: [wrong] }))[0]?.[2]).toBe('unfit-mapping')
    expect(await loadFile(store, 'a.csv', text, { mappings: [mapping] })).toMatchObject({ problems: [] })
    expect(await facts(store, 'rating')).toMatchObject([{ strand: 'Co-curricular', level: 'Developing' }])
  })

  it('says the year of files that do not', async () => {
    const store = await hubWith()
    const mapping: Mapping = {
      kind: 'characteristics',
      year: '2023/24',
      columns: [
        { heading: 'School no', means: 'URN' },
        { heading: 'Roll', means: 'Pupils' },
      ],
    }
    const outcome = await loadFile(store, 'a.csv', 'School no,Roll\n100001,200\n', { mappings: [mapping] })
    expect(outcome).toMatchObject({ problems: [] })
    expect(outcome.notes).toContain('The academic year 2023/24 was taken from the mapping.')
    expect(await facts(store, 'schoolYear')).toMatchObject([{ academicYear: 2023, pupils: 200 }])
  })
})

describe('what a hub remembers', () => {
  const at = { hub, by: 'steward', now: '2026-01-10T09:00:00Z' }

  it('can be seen, renamed and forgotten, and then it is asked about again', async () => {
    const store = await hubWith()
    const { mapping, shape } = await confirmed(store)
    const { id } = await rememberMapping(store, { ...at, name: 'Visits', shape, mapping })
    await renameMapping(store, { hub, id, name: ' Visits of advisers ' })
    expect(await mappings(store)).toEqual([
      {
        id,
        name: 'Visits of advisers',
        shape,
        mapping,
        confirmedBy: 'steward',
        confirmedAt: at.now,
        usedCount: 0,
        lastUsedAt: null,
      },
    ])
    expect(await loadFile(store, 'visits.csv', visits, { dryRun: true })).toMatchObject({ problems: [] })
    await deleteMapping(store, { hub, id })
    expect(await mappings(store)).toEqual([])
    expect(told(await loadFile(store, 'visits.csv', visits))[0]?.[2]).toBe('unknown-kind')
    await expect(deleteMapping(store, { hub, id })).rejects.toThrow(`there is no mapping ${id}`)
    await expect(renameMapping(store, { hub, id, name: 'x' })).rejects.toThrow(`there is no mapping ${id}`)
  })

  it('lists what no sheet of today knows any more, reads no file through it, and forgets it when told', async () => {
    const store = await hubWith()
    const { mapping, shape } = await confirmed(store)
    const { id } = await rememberMapping(store, { ...at, name: 'Visits', shape, mapping })
    const body = JSON.stringify({ kind: 'rehearsals', columns: [] })
    await store.updateTable('mapping').set({ kind: 'rehearsals', body }).execute()
    expect(await listKeptMappings(store, hub)).toMatchObject([{ id, kind: 'rehearsals', mapping: null }])
    expect(await mappings(store)).toEqual([])
    expect(told(await loadFile(store, 'visits.csv', visits))[0]?.[2]).toBe('unknown-kind')
    await deleteMapping(store, { hub, id })
    expect(await listKeptMappings(store, hub)).toEqual([])
  })

  it('is kept where the load that it was given for finds all of it known, but not of a rehearsal', async () => {
    const store = await hubWith(plain)
    const { mapping } = await confirmed(store)
    const before = await wholeStore(store)
    await loadFile(store, 'visits.csv', visits, { mappings: [mapping], dryRun: true })
    expect(await mappings(store)).toEqual([])
    const outcome = await loadFile(store, 'visits.csv', visits, { mappings: [mapping] })
    expect(outcome).toMatchObject({ receiptId: null, problemCount: 0, new: 0, changed: 0 })
    expect(await mappings(store)).toMatchObject([{ name: 'visits.csv', usedCount: 1 }])
    expect(await wholeStore(store)).toBe(before)
  })

  it('is one mapping a shape, the last confirmed, and one name a mapping', async () => {
    const store = await hubWith()
    const { mapping, shape } = await confirmed(store)
    const first = await rememberMapping(store, { ...at, name: 'Visits', shape, mapping })
    const again = await rememberMapping(store, {
      ...at,
      name: 'Visits',
      shape,
      mapping: { ...mapping, values: { a: 'Focusing' } },
    })
    const other = await rememberMapping(store, { ...at, name: 'Visits', shape: 'another', mapping })
    expect([again.id, other.name]).toEqual([first.id, 'Visits (2)'])
    expect((await mappings(store)).map(({ mapping: { values } }) => values)).toEqual([{ a: 'Focusing' }, words])
    await expect(renameMapping(store, { hub, id: other.id, name: 'Visits' })).rejects.toThrow('of that name already')
    await expect(renameMapping(store, { hub, id: other.id, name: ' ' })).rejects.toThrow('needs a name')
    const wrong = { ...mapping, columns: [{ heading: 'A', means: 'Nothing' }] }
    await expect(rememberMapping(store, { ...at, name: 'A', shape: 'b', mapping: wrong })).rejects.toThrow(
      'cannot be used',
    )
  })
})
