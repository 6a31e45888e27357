import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { strands } from '../../../analytics/framework/strand.ts'
import { auditTemplateSpec } from '../../../dashboards/workbooks/audit-template.ts'
import { writeWorkbook } from '../../../dashboards/workbooks/write-workbook.ts'
import { facts, hubWith, loadFile } from '../../ingest/story.ts'

const folder = mkdtempSync(join(tmpdir(), 'audit-template-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const schools = [
  { urn: 100_001, name: 'Ash Primary' },
  { urn: 100_002, name: 'Beech High' },
  { urn: 100_004, name: 'Cedar Academy' },
]
const filled = [
  ['2025-03-17', 'A. Adviser', 'Focusing', 'Developing', 'Establishing', 'Enhancing'],
  ['2025-06-02', 'Ünal O’Neill', 'Not rated', 'Developing', 'Developing', 'Focusing'],
  ['2025-11-28', 'A. Adviser', 'Enhancing', 'Enhancing', 'Not rated', 'Developing'],
] as const

const template = await writeWorkbook(
  auditTemplateSpec({
    hub: 'Northshire',
    scope: 'Whole hub area',
    asOf: '2025-12-31',
    academicYear: 2025,
    producedOn: '2025-12-31',
    schools,
    criteria: [
      {
        framework: 'First',
        strand: 'Co-curricular',
        theme: 'Singing',
        level: 'Focusing',
        number: 1,
        criterion: 'Some sing.',
      },
    ],
  }),
)

/** Filled in by exceljs, which reads what is there and writes it all anew. */
async function byExceljs(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(template as never)
  const sheet = book.getWorksheet('Audits')!
  const header = sheet.getColumn(1).values.indexOf('URN')
  filled.forEach(([day, ...words], at) =>
    [new Date(`${day}T00:00:00Z`), ...words].forEach((value, column) => {
      sheet.getCell(header + 1 + at, column + 3).value = value
    }),
  )
  // It cannot write anew the tables of others that have no style.
  for (const each of book.worksheets) Object.assign(each, { tables: {} })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const script = `
import json, sys, datetime, openpyxl
path, filled = sys.argv[1], json.loads(sys.argv[2])
book = openpyxl.load_workbook(path)
sheet = book["Audits"]
header = next(row for row in range(1, 40) if sheet.cell(row, 1).value == "URN")
for at, (day, *words) in enumerate(filled):
    sheet.cell(header + 1 + at, 3).value = datetime.date.fromisoformat(day)
    for column, word in enumerate(words):
        sheet.cell(header + 1 + at, column + 4).value = word
book.save(path)
`

/** Filled in by openpyxl, where Python has it. */
function byOpenpyxl(): Uint8Array | null {
  const file = join(folder, 'template.xlsx')
  writeFileSync(file, template)
  const { status } = spawnSync('python3', ['-c', script, file, JSON.stringify(filled)])
  if (status === 0) return readFileSync(file)
  console.log('skipped: python3 with openpyxl is not on this machine')
  return null
}

it('says what each level means strand by strand, and in each theme from the lowest level to the highest', () => {
  const said = [
    ['Co-curricular', 'Enhancing', 1],
    ['Co-curricular', 'Establishing', 2],
    ['Co-curricular', 'Establishing', 1],
    ['Co-curricular', 'Focusing', 1],
    ['Curriculum music', 'Developing', 1],
  ] as const
  const criteria = said.map(([strand, level, number]) => ({
    framework: 'First',
    strand,
    theme: 'Singing',
    level,
    number,
    criterion: 'Some sing.',
  }))
  const about = { hub: 'Northshire', scope: 'Whole hub area', asOf: '2025-12-31', academicYear: 2025 }
  const { tables } = auditTemplateSpec({ ...about, producedOn: '2025-12-31', schools, criteria })
  const rows = [...(tables.find(({ tab }) => tab === 'Levels')?.rows ?? [])]
  const words = rows.map((row) => Array.from(row, (cell) => ('words' in cell ? cell.words : '')))
  expect(words.map(([, strand, , level, number]) => [strand, level, Number(number)])).toEqual(said.toReversed())
})

it('passes over the schools that were not met, with a note, and says of a row half filled in what is lacking', async () => {
  const send = async (row: readonly string[]) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(template as never)
    const sheet = book.getWorksheet('Audits')!
    const header = sheet.getColumn(1).values.indexOf('URN')
    row.forEach((word, column) => {
      if (word !== '') sheet.getCell(header + 2, column + 3).value = word
    })
    for (const each of book.worksheets) Object.assign(each, { tables: {} })
    const store = await hubWith()
    const outcome = await loadFile(store, 'audits.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    await store.destroy()
    return outcome
  }
  const met = await send(['2025-03-17', 'A. Adviser', 'Focusing'])
  expect(met).toMatchObject({ problems: [], new: 1 })
  expect(met.notes.filter((note) => note.includes('nothing is filled in beside the school'))).toHaveLength(1)
  const half = await send(['', 'A. Adviser', 'Focusing'])
  expect(half.problems.map(({ code, column }) => [code, column])).toEqual([['missing-value', 'Meeting date']])
})

describe.for([
  ['exceljs', byExceljs],
  ['openpyxl', byOpenpyxl],
] as const)('the sheet of audits filled in by %s', ([, fill]) => {
  it('loads with no problem and nothing lost', async () => {
    const bytes = await fill()
    if (bytes === null) return
    const store = await hubWith()
    const outcome = await loadFile(store, 'audits.xlsx', bytes)
    expect(outcome.problems).toEqual([])
    const ratings = await facts(store, 'rating')
    const told = ratings.map(({ urn, heldOn, strand, level }) => [urn, heldOn, strand, level].join(' '))
    const expected = filled.flatMap(([day, , ...levels], at) =>
      levels.flatMap((level, place) =>
        level === 'Not rated' ? [] : [[schools[at]?.urn, day, strands[place], level].join(' ')],
      ),
    )
    expect(told.toSorted()).toEqual(expected.toSorted())
    const audits = await facts(store, 'audit')
    const advisers = audits.map(({ adviser }) => String(adviser))
    expect(new Set(advisers)).toEqual(new Set<string>(filled.map(([, adviser]) => adviser)))
    await store.destroy()
  })
})
