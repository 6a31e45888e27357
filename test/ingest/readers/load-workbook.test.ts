import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemLine } from '../../../ingest/problem.ts'
import { runs } from '../../runs.ts'
import { allFacts, emptyHub, facts, hubWith, loadFile, register, wholeStore } from '../story.ts'
import { book, packed, row, table, text, worksheet, type TabMade } from './made-workbook.ts'
import { asCsv, asExceljs, asLibreOffice, audits, type Audit } from './same-audits.ts'

const head = ['URN', 'Meeting date', 'Strand', 'Level']
const awardHead = ['URN', 'Meeting date', 'Award', 'Award date']

const workbook = (...tabs: readonly TabMade[]): Uint8Array => packed(book(tabs))

const cellsOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .trim()
    .split('\n')
    .map((line) => line.split(','))

describe('a workbook of several tabs', () => {
  const spring = table(head, ['100001', '2024-03-05', 'Co-curricular', 'Focusing'])
  const autumn = table(['Autumn'], head, ['100001', '2024-10-07', 'Co-curricular', 'Developing'])
  const awards = table(awardHead, ['100001', '2024-03-05', 'Bronze', '2024-04-01'])

  it('is loaded together, awards after the audits they belong to, and each fact says its tab and row', async () => {
    const store = await hubWith()
    const file = workbook(['Awards', awards], ['Autumn', autumn], ['Spring', spring], ['Notes', table(['Ask Jo'])])
    expect(await loadFile(store, 'audits.csv', file)).toMatchObject({
      kind: 'audits',
      receiptId: 3,
      dataVersion: 3,
      new: 3,
      changed: 0,
      same: 0,
      problems: [],
      rows: [
        { sheet: 'Autumn', row: 1, outcome: 'ignored' },
        { sheet: 'Autumn', row: 3, outcome: 'loaded' },
        { sheet: 'Spring', row: 2, outcome: 'loaded' },
        { sheet: 'Awards', row: 2, outcome: 'loaded' },
      ],
      notes: [
        'Worksheets loaded together: "Awards" holds awards, "Autumn" holds audits, "Spring" holds audits.',
        'Worksheets skipped, for they lack the headings of a standard sheet: "Notes".',
        'Sheet "Autumn", row 1: left out: above the headings.',
      ],
    })
    const from = ({ sourceSheet, sourceRow, receiptId, fromVersion }: Readonly<Record<string, unknown>>) => [
      sourceSheet,
      sourceRow,
      receiptId,
      fromVersion,
    ]
    expect((await store.selectFrom('audit').selectAll().orderBy('heldOn').execute()).map(from)).toEqual([
      ['Spring', 2, 3, 3],
      ['Autumn', 3, 3, 3],
    ])
    expect((await store.selectFrom('award').selectAll().execute()).map(from)).toEqual([['Awards', 2, 3, 3]])
    expect(await store.selectFrom('receipt').selectAll().where('id', '=', 3).execute()).toMatchObject([
      { kind: 'audits', fileName: 'audits.csv', rowCount: 3, newCount: 3, dataVersion: 3 },
    ])
  })

  it('changes nothing when it is loaded again, or as CSV files', async () => {
    const store = await hubWith()
    const file = workbook(['Spring', spring], ['Awards', awards])
    await loadFile(store, 'a.xlsx', file)
    const before = await wholeStore(store)
    expect(await loadFile(store, 'a.xlsx', file)).toMatchObject({ receiptId: null, same: 2, dataVersion: 3 })
    const csv = `${head.join()}\n100001,2024-03-05,Co-curricular,Focusing\n`
    expect(await loadFile(store, 'a.csv', csv)).toMatchObject({ receiptId: null, same: 1 })
    expect(await wholeStore(store)).toBe(before)
  })

  it('may hold the register of the very schools that its audits name', async () => {
    const store = await emptyHub()
    const outcome = await loadFile(
      store,
      'all.xlsx',
      workbook(['Audits', spring], ['Schools', table(...cellsOf(register))]),
    )
    expect(outcome).toMatchObject({ kind: 'register', problems: [], new: 8 })
    expect(await facts(store, 'audit')).toHaveLength(1)
  })

  it('is loaded whole or not at all, and says all that is wrong, each in its tab', async () => {
    const store = await hubWith()
    const before = await wholeStore(store)
    const wrong = table(
      awardHead,
      ['100001', '2024-03-05', 'Copper', '2024-04-01'],
      ['100001', '2024-03-06', 'Bronze', '2024-04-01'],
    )
    const late = table(head, ['100002', '2024-03-05', 'Co-curricular', 'Emerging'])
    const outcome = await loadFile(store, 'a.xlsx', workbook(['Awards', wrong], ['Spring', spring], ['Late', late]))
    expect(outcome).toMatchObject({ receiptId: null, new: 0, changed: 0, dataVersion: 2 })
    expect(outcome.problems.map((problem) => problemLine('a.xlsx', problem))).toEqual([
      'a.xlsx, sheet "Late", row 2, "Level": found "Emerging"; use Focusing, Developing, Establishing or Enhancing.',
      'a.xlsx, sheet "Awards", row 2, "Award": found "Copper"; use Working towards Bronze, Bronze, Silver or Gold.',
      expect.stringMatching(
        /^a\.xlsx, sheet "Awards", row 3, "Meeting date": found "2024-03-06"; load the audit of this meeting first/,
      ),
    ])
    expect(outcome.rows.map(({ sheet, row, outcome }) => [sheet, row, outcome])).toEqual([
      ['Spring', 2, 'ignored'],
      ['Late', 2, 'problem'],
      ['Awards', 2, 'problem'],
      ['Awards', 3, 'problem'],
    ])
    expect(await wholeStore(store)).toBe(before)
  })

  it('may say a thing twice, but not two things of the same', async () => {
    const store = await hubWith()
    const again = await loadFile(store, 'a.xlsx', workbook(['One', spring], ['Two', spring]), { dryRun: true })
    expect(again).toMatchObject({
      new: 1,
      same: 1,
      problems: [],
      notes: expect.arrayContaining(['Sheet "Two", row 2: repeats an earlier row, and is counted once.']),
    })
    const other = table([], head, ['100001', '2024-03-05', 'Co-curricular', 'Enhancing'])
    const { problems } = await loadFile(store, 'a.xlsx', workbook(['One', spring], ['Two', other]))
    expect(problems.map((problem) => problemLine('a.xlsx', problem))).toEqual([
      'a.xlsx, sheet "Two", row 3, "Level": found "Enhancing"; say one thing only: sheet "One", row 2 says "Focusing" of the same.',
    ])
  })

  it('says that a school fell back from one tab to the next', async () => {
    const store = await hubWith()
    const high = table(head, ['100001', '2023-03-05', 'Co-curricular', 'Enhancing'])
    const { notes } = await loadFile(store, 'a.xlsx', workbook(['2024', spring], ['2023', high]))
    expect(notes).toContain(
      'Sheet "2024", row 2: Co-curricular fell from Enhancing to Focusing at the meeting of 2024-03-05.',
    )
  })
})

describe('a cell of a workbook that cannot be read', () => {
  it('is the one problem of its cell, named as a spreadsheet shows it', async () => {
    const store = await hubWith()
    const rows = [
      row(['School', ...head, 'Remarks'].map((heading) => text(heading))),
      row([
        text('Ash'),
        text('100001'),
        '<c t="e"><v>#N/A</v></c>',
        text('Co-curricular'),
        '<c><f>B9</f></c>',
        '<c t="e"><v>#REF!</v></c>',
      ]),
      row([text('Beech'), text('100002'), text('2024-03-05'), text('Co-curricular'), text('Focusing')], 'hidden="1"'),
    ]
    const outcome = await loadFile(store, 'a.xlsx', workbook(['Audits', worksheet(rows)]))
    expect(outcome.problems.map((problem) => problemLine('a.xlsx', problem))).toEqual([
      'a.xlsx, sheet "Audits", row 2, "Meeting date": found "#N/A"; mend the formula, or type the value in its place.',
      'a.xlsx, sheet "Audits", row 2, "Level": found "=B9"; open the workbook in a spreadsheet program so that the formula is worked out, save it and send that.',
    ])
    expect(outcome.rows).toMatchObject([{ sheet: 'Audits', row: 2, outcome: 'problem' }])
    expect(outcome.notes).toContain('Sheet "Audits", row 3: hidden, so not read.')
  })

  it('is one that a spreadsheet took for a day', async () => {
    const store = await hubWith()
    const rows = [
      row(head.map((heading) => text(heading))),
      row([text('100001'), text('2024-03-05'), text('Co-curricular'), '<c t="d"><v>2024-03-02</v></c>']),
    ]
    const { problems } = await loadFile(store, 'a.xlsx', workbook(['Audits', worksheet(rows)]))
    expect(problems).toMatchObject([
      { sheet: 'Audits', row: 2, column: 'Level', code: 'level-outside-scale', found: '2024-03-02' },
    ])
  })
})

describe('the same audits', () => {
  const storeOf = async (bytes: Uint8Array) => {
    const store = await hubWith()
    expect((await loadFile(store, 'audits', bytes)).problems).toEqual([])
    return store
  }

  const areTheSame = async (audits: readonly Audit[], workbook: Uint8Array): Promise<void> => {
    const [told, made] = [await storeOf(asCsv(audits)), await storeOf(workbook)]
    expect(await allFacts(made)).toEqual(await allFacts(told))
    const before = await wholeStore(told)
    expect(await loadFile(told, 'audits.xlsx', workbook)).toMatchObject({ receiptId: null, new: 0, changed: 0 })
    expect(await wholeStore(told)).toBe(before)
    await told.destroy()
    await made.destroy()
  }

  it('as CSV and as a workbook are the same in the store', async () => {
    await fc.assert(
      fc.asyncProperty(audits, fc.boolean(), async (audits, isFrom1904) => {
        await areTheSame(audits, await asExceljs(audits, isFrom1904))
        expect(audits.length).toBeGreaterThan(0)
      }),
      { numRuns: runs(3) },
    )
  })

  it('as CSV and as a workbook that LibreOffice wrote are the same in the store', async () => {
    await fc.assert(
      fc.asyncProperty(audits, async (audits) => {
        await areTheSame(audits, await asLibreOffice(audits))
        expect(audits.length).toBeGreaterThan(0)
      }),
      { numRuns: runs(1), endOnFailure: true },
    )
  })
})
