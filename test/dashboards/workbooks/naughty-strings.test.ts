import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cleanText } from '../../../dashboards/workbooks/clean-text.ts'
import { countyReportSpec } from '../../../dashboards/workbooks/county/spec.ts'
import { csvForExcel } from '../../../dashboards/workbooks/formats/csv.ts'
import { printablePage } from '../../../dashboards/workbooks/formats/page.ts'
import { readBook } from '../../../dashboards/workbooks/lint/book.ts'
import { writeWorkbook } from '../../../dashboards/workbooks/write-workbook.ts'
import { openData } from '../../open-data.ts'
import { hubOf, reportOf } from './story.ts'

const file = openData('bad-csv/blns.json')

it.skipIf(file === null)('hostile strings stay text in every format, and none becomes a formula', async () => {
  const strings = JSON.parse(readFileSync(file ?? '', 'utf8')) as readonly string[]
  const report = countyReportSpec(reportOf(hubOf(1)))
  const table = report.tables.find(({ tab }) => tab === 'Schools')!
  const rows = strings.map((words) => [{ kind: 'words', words } as const])
  const spec = { ...report, tables: [{ ...table, columns: table.columns.slice(1, 2), rows }] }
  for (const profile of ['publication', 'working'] as const) {
    const { sheets } = readBook(await writeWorkbook(spec, profile))
    const cells = [...(sheets.at(-1)?.cells.values() ?? [])].slice(-strings.length)
    expect(cells.map(({ text }) => text)).toEqual(strings.map(cleanText))
    expect(sheets.flatMap(({ cells }) => [...cells.values()]).filter(({ formula }) => formula !== null)).toEqual([])
  }
  expect(csvForExcel(spec).get('schools.csv')).not.toMatch(/^"?[=+\-@]/m)
  expect(String(printablePage(spec))).not.toMatch(/<script|<img|onerror=(?!.*&)/i)
  expect(strings.length).toBeGreaterThan(500)
})
