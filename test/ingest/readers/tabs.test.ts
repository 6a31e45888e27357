import { describe, expect, it } from 'vitest'
import { readFiles } from '../../../ingest/load/read.ts'
import { noteLines } from '../../../ingest/note.ts'
import { book, packed, row, styles, table, text, value, worksheet, type Parts } from './made-workbook.ts'

const head = ['URN', 'Meeting date', 'Strand', 'Level']
const audit = ['100001', '2024-03-05', 'Co-curricular', 'Focusing']
const award = [
  ['URN', 'Meeting date', 'Award', 'Award date'],
  ['100001', '2024-03-05', 'Bronze', '2024-04-01'],
]

const read = (parts: Parts) => readFiles(packed(parts))

/** The tabs that are read, each with its kind and rows; the notes of the file; the problems. */
async function told(parts: Parts) {
  const { tabs, notes, problems } = await read(parts)
  return {
    tabs: tabs.map(({ tab, sheet, rows }) => [tab, sheet.kind, rows.map(({ row }) => row)]),
    notes: noteLines(notes),
    problems: problems.map(({ sheet, row, code, found }) => [sheet, row, code, found]),
  }
}

/** What is said of the first tab that is read. */
async function notesOf(parts: Parts): Promise<readonly string[]> {
  const { tabs } = await read(parts)
  return noteLines(tabs[0]?.notes ?? [])
}

describe('the tabs of a workbook', () => {
  it('are each read when they have the headings of a sheet, and the others are named as skipped', async () => {
    expect(
      await told(
        book([
          ['Guide', table(['How to fill this in'], ['Write one row a school'])],
          ['2024', table(head, audit)],
          ['Awards', table(...award)],
          ['Sheet3', table()],
        ]),
      ),
    ).toEqual({
      tabs: [
        ['2024', 'audits', [2]],
        ['Awards', 'awards', [2]],
      ],
      notes: ['Worksheets skipped, for they lack the headings of a standard sheet: "Guide", "Sheet3".'],
      problems: [],
    })
  })

  it('are not read when they are hidden or no worksheets, and that is said', async () => {
    const tabs = book([
      ['Audits', table(head, audit)],
      ['Old', table(head, audit), 'state="hidden"'],
      ['Lists', table(head, audit), 'state="veryHidden"'],
      ['Chart', table(head, audit)],
    ])
    const rels = String(tabs['xl/_rels/workbook.xml.rels']).replace(
      'relationships/worksheet" Target="worksheets/sheet4',
      'relationships/chartsheet" Target="worksheets/sheet4',
    )
    expect(await told({ ...tabs, 'xl/_rels/workbook.xml.rels': rels })).toEqual({
      tabs: [['Audits', 'audits', [2]]],
      notes: [
        'Hidden worksheets were not read: "Old", "Lists".',
        'Sheets that are no worksheets were not read: "Chart".',
      ],
      problems: [],
    })
  })

  it('are all refused when one of them has names of pupils or could be of two kinds', async () => {
    expect(
      await told(
        book([
          ['Audits', table(head, audit)],
          ['Children', table(['Pupil name', 'UPN'], ['A B', 'X1'])],
        ]),
      ),
    ).toMatchObject({
      tabs: [],
      problems: [
        ['Children', null, 'pupil-data', 'Pupil name'],
        ['Children', null, 'pupil-data', 'UPN'],
      ],
    })
  })

  it('say what is wrong with the one that comes nearest when none can be read', async () => {
    expect(
      await told(
        book([
          ['Blank', table()],
          ['Audits', table(['Audits of 2024'], ['URN', 'Strand', 'Level'], ['100001', 'Co-curricular', 'Focusing'])],
        ]),
      ),
    ).toMatchObject({ tabs: [], problems: [['Audits', null, 'unknown-kind', 'URN, Strand, Level']] })
    expect(await told(book([['Blank', table()]]))).toMatchObject({ problems: [['Blank', null, 'empty-file', '']] })
    expect(await told(book([['Audits', table(head, audit), 'state="hidden"']]))).toMatchObject({
      notes: ['Hidden worksheets were not read: "Audits".'],
      problems: [[null, null, 'empty-file', 'no worksheet that can be seen']],
    })
  })
})

describe('the headings of a worksheet', () => {
  it('may stand below titles, which are left out with a note', async () => {
    const parts = book([['Audits', table(['Northshire audits'], [], ['', 'Spring'], head, audit)]])
    expect(await told(parts)).toMatchObject({ tabs: [['Audits', 'audits', [5]]], problems: [] })
    expect(await notesOf(parts)).toEqual(['Rows 1 and 3: left out: above the headings.'])
  })

  it('may stand below a heading merged over several columns, and what was merged is said', async () => {
    const rows = [
      row([text('School'), '<c/>', text('Meeting'), '<c/>']),
      row(head.map((heading) => text(heading))),
      row(audit.map((cell) => text(cell))),
      row([text('100001'), text('2025-03-05'), text('Co-curricular'), text('Focusing')]),
    ]
    const merges = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/><mergeCell ref="A3:A4"/></mergeCells>'
    expect(await notesOf(book([['Audits', worksheet(rows, '', merges)]]))).toEqual([
      'Row 1: "School" is merged over A1:B1, and its text stands in A alone.',
      'Row 1: "Meeting" is merged over C1:D1, and its text stands in C alone.',
      'Merged cells were read in their first cell only: A3:A4.',
      'Row 1: left out: above the headings.',
    ])
  })
})

describe('what is hidden in a worksheet', () => {
  it('is not read, and the rows and columns are named', async () => {
    const cells = (words: readonly string[]): readonly string[] => words.map((word) => text(word))
    const rows = [
      row(cells(['URN', 'Old level', 'Meeting date', 'Strand', 'Level'])),
      row(cells(['100001', 'Enhancing', '2024-03-05', 'Co-curricular', 'Focusing'])),
      row(cells(['100002', 'Enhancing', '2024-03-05', 'Co-curricular', 'Emerging']), 'hidden="1"'),
      row(['<c s="0"/>'], 'hidden="1"'),
    ]
    const parts = book([
      [
        'Audits',
        worksheet(rows, '<cols><col min="2" max="2" hidden="true"/><col min="9" max="16384" hidden="1"/></cols>'),
      ],
    ])
    const { tabs } = await read(parts)
    expect(tabs[0]?.rows).toEqual([{ row: 2, cells: ['100001', '', '2024-03-05', 'Co-curricular', 'Focusing'] }])
    expect(await notesOf(parts)).toEqual(['Row 3: hidden, so not read.', 'Hidden columns were not read: B.'])
  })
})

describe('what is said of a cell', () => {
  it('is said under its heading, where that column is read', async () => {
    const formula = '<c><f>A9</f><v>1</v></c>'
    const rows = [
      row([...head, 'Remarks'].map((heading) => text(heading))),
      row([
        text('100001'),
        value(45_356.5, 's="1"'),
        text('Co-curricular'),
        '<c t="str"><f>x</f><v>Focusing</v></c>',
        formula,
      ]),
    ]
    expect(await notesOf(book([['Audits', worksheet(rows)]], styles(0, 14)))).toEqual([
      'Columns ignored, for this kind of file has none such: "Remarks".',
      'Row 2, "Meeting date": a time of day was left out.',
      'Row 2, "Level": the last value of a formula was read.',
    ])
  })

  it('to the right of the headings is that such columns are ignored', async () => {
    expect(await notesOf(book([['Audits', table(head, [...audit, '', 'ask Jo'])]]))).toEqual([
      'Columns without a heading were ignored: number 6.',
    ])
  })
})

describe('a file', () => {
  it('is what its bytes say, whatever it is called', async () => {
    const csv = new TextEncoder().encode(`${head.join()}\n${audit.join()}\n`)
    const { tabs } = await readFiles(csv)
    expect(tabs.map(({ tab, rows }) => [tab, [...rows]])).toEqual([[null, [{ row: 2, cells: audit }]]])
    const [workbook] = (await read(book([['Audits', table(head, audit)]]))).tabs
    expect(workbook).toMatchObject({ tab: 'Audits', rows: [{ row: 2, cells: audit }], problems: [], notes: [] })
  })
})
