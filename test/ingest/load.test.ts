import { describe, expect, it } from 'vitest'
import { problemLine } from '../../ingest/problem.ts'
import { emptyHub, facts, hashOf, hubWith, loadFile, register, rowsOf, told, wholeStore } from './story.ts'

const head = 'URN,Meeting date,Strand,Level\n'
const audits = `${head}100001,2024-03-05,Co-curricular,Focusing\n100002,2024-03-06,Co-curricular,Developing\n`

describe('a load', () => {
  it('leaves one receipt of what it did, and moves the data version by one', async () => {
    const store = await hubWith(audits)
    const outcome = await loadFile(store, 'more.csv', `${audits}100004,2024-03-07,Co-curricular,Dev\n`)
    expect(outcome).toMatchObject({
      file: 'more.csv',
      kind: 'audits',
      receiptId: 4,
      dataVersion: 4,
      new: 1,
      changed: 0,
      same: 2,
    })
    expect(await store.selectFrom('receipt').selectAll().where('id', '=', 4).execute()).toEqual([
      {
        id: 4,
        hubId: 1,
        kind: 'audits',
        fileName: 'more.csv',
        fileHash: hashOf(`${audits}100004,2024-03-07,Co-curricular,Dev\n`),
        extractOn: null,
        loadedAt: '2026-01-10T09:00:00Z',
        loadedBy: 'steward',
        dataVersion: 4,
        rowCount: 3,
        newCount: 1,
        changedCount: 0,
        sameCount: 2,
        notes: JSON.stringify(['Row 4, "Level": "Dev" was read as Developing.']),
        undoes: null,
      },
    ])
    expect(await store.selectFrom('hub').select(['name', 'dataVersion']).execute()).toEqual([
      { name: 'Northshire', dataVersion: 4 },
    ])
  })

  it('is only rehearsed where the hub is not at the version at which the file was reviewed', async () => {
    const store = await hubWith(audits)
    const before = await wholeStore(store)
    const [more, other] = [100001, 100002].map((urn) => `${head}${urn},2025-03-07,Co-curricular,Focusing\n`)
    const late = await loadFile(store, 'more.csv', more ?? '', { expectedVersion: 2 })
    expect(late).toMatchObject({ receiptId: null, dataVersion: 3, new: 1, problems: [] })
    expect(await wholeStore(store)).toBe(before)
    const both = await Promise.all(
      [more, other].map((text) => loadFile(store, 'a.csv', text ?? '', { expectedVersion: 3 })),
    )
    expect(both.map(({ receiptId, dataVersion }) => [receiptId, dataVersion])).toEqual([
      [4, 4],
      [null, 4],
    ])
    expect(await facts(store, 'audit')).toHaveLength(3)
  })

  it('of what is known changes nothing at all', async () => {
    const store = await hubWith(audits)
    const before = await wholeStore(store)
    const outcome = await loadFile(store, 'again.csv', audits)
    expect(outcome).toMatchObject({ receiptId: null, dataVersion: 3, new: 0, changed: 0, same: 2, problems: [] })
    expect(await wholeStore(store)).toBe(before)
  })

  it('with a problem changes nothing at all', async () => {
    const store = await hubWith(audits)
    const before = await wholeStore(store)
    const outcome = await loadFile(
      store,
      'bad.csv',
      `${head}100001,2024-03-05,Co-curricular,Enhancing\n100001,2024-03-05,Choir,Focusing\n`,
    )
    expect(rowsOf(outcome)).toEqual([
      [2, 'ignored'],
      [3, 'problem'],
    ])
    expect(await wholeStore(store)).toBe(before)
  })

  it('rehearsed says what would happen and changes nothing at all', async () => {
    const store = await hubWith(audits)
    const before = await wholeStore(store)
    const text = `${head}100001,2024-03-05,Co-curricular,Enhancing\n100001,2024-03-05,Curriculum music,Focusing\n`
    const outcome = await loadFile(store, 'a.csv', text, { dryRun: true })
    expect(outcome).toMatchObject({ receiptId: null, dataVersion: 3, new: 1, changed: 1, same: 0 })
    expect(rowsOf(outcome)).toEqual([
      [2, 'changed'],
      [3, 'loaded'],
    ])
    expect(await wholeStore(store)).toBe(before)
    const { receiptId: _receipt, dataVersion: _version, ...kept } = await loadFile(store, 'a.csv', text)
    expect(outcome).toMatchObject(kept)
  })

  it('into a hub that is not there is an error', async () => {
    const store = await emptyHub()
    await expect(loadFile(store, 'a.csv', audits, { hub: 'Southshire' })).rejects.toThrow('unknown hub: Southshire')
    expect(await loadFile(store, 'r.csv', register)).toMatchObject({ new: 7 })
  })

  it('beside another waits for it, so that each sees what the other did', async () => {
    const store = await hubWith()
    const outcomes = await Promise.all([loadFile(store, 'a.csv', audits), loadFile(store, 'b.csv', audits)])
    expect(outcomes.map(({ new: fresh, same, dataVersion }) => [fresh, same, dataVersion])).toEqual([
      [2, 0, 3],
      [0, 2, 3],
    ])
  })

  it('tells how far it has come', async () => {
    const store = await hubWith()
    const seen: (readonly [number, number])[] = []
    const rows = Array.from(
      { length: 1500 },
      (_, index) =>
        `100001,${1900 + (index % 100)}-01-${String(10 + Math.floor(index / 100)).padStart(2, '0')},Co-curricular,Focusing\n`,
    )
    const outcome = await loadFile(store, 'a.csv', head + rows.join(''), {
      onProgress: (done, of) => seen.push([done, of]),
    })
    expect(outcome).toMatchObject({ new: 1500, problems: [] })
    expect(seen).toEqual([
      [1000, 1500],
      [1500, 1500],
    ])
  })
})

describe('the day a register speaks for', () => {
  it.each([
    ['gias_2023-11-16.csv', '2023-11-16'],
    ['edubasealldata20230421.csv', '2023-04-21'],
    ['register_2027-01-01.csv', '2026-01-10'],
    ['register-855-8552001.csv', '2026-01-10'],
    ['schools.csv', '2026-01-10'],
  ])('of the file %s is %s', async (name, day) => {
    const store = await emptyHub()
    await loadFile(store, name, register)
    expect(await store.selectFrom('receipt').select('extractOn').execute()).toEqual([{ extractOn: day }])
  })
})

describe('a file', () => {
  it('with nothing in it is refused', async () => {
    const store = await emptyHub()
    for (const text of ['', '\n\n', ' , \n'])
      expect(await loadFile(store, 'a.csv', text)).toMatchObject({
        kind: null,
        rows: [],
        problems: [{ code: 'empty-file', row: null }],
      })
  })

  it('with headings alone loads nothing and is no problem', async () => {
    const store = await hubWith()
    expect(await loadFile(store, 'a.csv', head)).toMatchObject({
      kind: 'audits',
      receiptId: null,
      rows: [],
      problems: [],
    })
  })

  it('with pupil columns is refused, naming each of them', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'a.csv',
      'UPN,Pupil name,URN,Meeting date,Strand,Level\nA1,Sam,100001,2024-03-05,Co-curricular,Focusing\n',
    )
    expect(told(outcome)).toEqual([
      [null, 'UPN', 'pupil-data', 'UPN'],
      [null, 'Pupil name', 'pupil-data', 'Pupil name'],
    ])
    expect(JSON.stringify(outcome)).not.toContain('Sam')
  })

  it('says which columns it ignores, which rows it leaves out, and what it read as blank', async () => {
    const store = await hubWith()
    const text = `\nURN,Meeting date,Strand,Level,Weather,,\n100001,2024-03-05,Co-curricular,n/a,fine,,x\n,,,,,,\n100001,2024-03-05,Curriculum music,-,,,\nTotal,,,2,,,\nNote: levels are provisional,,,,,,\n`
    const outcome = await loadFile(store, 'a.csv', text)
    expect(rowsOf(outcome)).toEqual([
      [3, 'loaded'],
      [4, 'ignored'],
      [5, 'loaded'],
      [6, 'ignored'],
      [7, 'ignored'],
    ])
    expect(outcome.notes).toEqual([
      'Columns ignored, for this kind of file has none such: "Weather".',
      'Columns without a heading were ignored: number 7.',
      'Row 4: left out: blank.',
      'Row 6: left out: totals.',
      'Row 7: left out: a remark.',
      'Row 3, "Level": "n/a" was read as blank.',
      'Row 5, "Level": "-" was read as blank.',
    ])
  })

  it('with a heading twice, or cells beyond its headings, is refused', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'a.csv',
      'URN,Meeting date,Strand,Level,level\n100001,2024-03-05,Co-curricular,Focusing,Enhancing\n100001,2024-03-06,Co-curricular,Focusing,,late\n',
    )
    expect(told(outcome)).toEqual([
      [null, 'Level', 'duplicate-column', 'Level'],
      [3, null, 'too-many-cells', '6 cells under 5 headings'],
    ])
  })

  it('has its rows numbered as a spreadsheet does, whatever line breaks its cells hold', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'a.csv',
      'URN,Meeting date,Adviser,Strand,Level\r\n100001,2024-03-05,"Jo\r\n\r\nSmith",Co-curricular,Focusing\r\n100001,2024-03-06,Jo,Co-curricular,Emerging\r\n',
    )
    expect(outcome.problems.map((problem) => problemLine('audits.csv', problem))).toEqual([
      'audits.csv, row 3, "Level": found "Emerging"; use Focusing, Developing, Establishing or Enhancing.',
    ])
  })
})
