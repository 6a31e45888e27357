import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measureIds, measures, type MeasureId } from '../../analytics/measures/index.ts'
import type { Column } from '../../analytics/measures/measure.ts'
import { strandSlug, strands } from '../../analytics/framework/strand.ts'
import { isInWords, valueText } from '../../dashboards/parts/value.ts'
import { sampleApp, type SampleApp } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

/** A measure's answer as one wrapping gives it: a text a cell, by column key. */
type Cells = readonly Readonly<Record<string, string>>[]

let sample: SampleApp
/** The cookie of who leads the hub: every measure is for them. */
let cookie: string
beforeAll(async () => {
  sample = await sampleApp()
  cookie = (await signedIn(sample.store, { role: 'hub leader' })).cookie
})
afterAll(() => sample.close())

const get = async (url: string): Promise<Buffer> => {
  const { statusCode, rawPayload } = await sample.app.inject({
    url,
    headers: { host: '127.0.0.1', cookie },
  })
  expect({ url, statusCode }).toEqual({ url, statusCode: 200 })
  return rawPayload
}

const query = 'council=990&asOf=2025-08-31'

const columnsOf = (id: MeasureId): readonly Column[] => measures[id].columns

const cellsOf = (id: MeasureId, rows: readonly object[]): Cells =>
  rows.map((row) => Object.fromEntries(columnsOf(id).map(({ key }) => [key, String(Reflect.get(row, key))])))

const rowsOf = async (id: MeasureId, asked: string): Promise<readonly object[]> =>
  JSON.parse(String(await get(`/api/measures/${id}?${asked}`))).rows

const fromJson = async (id: MeasureId, asked: string): Promise<Cells> => cellsOf(id, await rowsOf(id, asked))

/** The answer's cells as people read them; percentages bare, as worksheets hold them, or with their sign. */
const shown = (id: MeasureId, rows: readonly object[], sign: '' | '%'): Cells =>
  rows.map((row) =>
    Object.fromEntries(
      columnsOf(id).map(({ key, unit }) => {
        const said = valueText(unit, Reflect.get(row, key))
        const text = isInWords(unit) ? said : said.replaceAll(',', '')
        return [key, text.endsWith('%') && sign === '' ? String(Number(text.slice(0, -1))) : text]
      }),
    ),
  )

const fromCsv = async (id: MeasureId, asked: string): Promise<Cells> =>
  cellsOf(id, parse(await get(`/api/measures/${id}.csv?${asked}`), { columns: true }))

async function fromArrow(id: MeasureId, asked: string): Promise<Cells> {
  const table = tableFromIPC(await get(`/api/measures/${id}.arrow?${asked}`))
  return cellsOf(
    id,
    table.toArray().map((row): Record<string, unknown> => {
      const cells: Record<string, unknown> = row.toJSON()
      return Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, value ?? cells[`${key}Mark`]]))
    }),
  )
}

/** The figures of the measure's table on a page, whichever way it is turned. */
async function fromPage(id: MeasureId, path: string, asked = query): Promise<Cells> {
  const { document } = parseHTML(String(await get(`${path}?${asked}`)))
  const table = document.querySelector(`figure#${id} table`)
  const [head = [], ...body] = [...(table?.querySelectorAll('tr') ?? [])].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').trim()),
  )
  const columns = columnsOf(id)
  // A figure may have its percentage behind it.
  const figure = (text = ''): string => text.split(/\s/)[0]?.replaceAll(',', '') ?? ''
  if (columns.every(({ unit }) => unit === 'schools')) {
    const valueOf = (label: string) => figure(body.find(([name = '']) => name.startsWith(label))?.[1])
    return [Object.fromEntries(columns.map(({ key, label }) => [key, valueOf(label)]))]
  }
  expect(head.slice(0, columns.length)).toEqual(columns.map(({ label }) => label))
  return body.map((row) =>
    Object.fromEntries(columns.map(({ key, unit }, at) => [key, unit === 'words' ? (row[at] ?? '') : figure(row[at])])),
  )
}

/** The figures of the measure's worksheet; of the matrix, the rows of one strand. */
async function fromWorkbook(id: MeasureId, strand?: string): Promise<Cells> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await get(`/workbooks/county-report.xlsx?${query}`)) as never)
  const tab = `${id[0]?.toUpperCase()}${id.slice(1).replaceAll('-', '_')}`
  // Both the rows and the cells of a row are counted from 1, with a hole at 0.
  const rows = Array.from(book.getWorksheet(tab)?.getSheetValues() ?? [], (row) =>
    Array.isArray(row) ? Array.from(row, String) : [],
  )
  const columns = columnsOf(id)
  const isColumn = (text: string, { label, unit }: Column) =>
    text === label || text.startsWith(`${label}\n`) || (!isInWords(unit) && text.startsWith(`${label} (`))
  const head = rows.findIndex((row) => columns.every((column) => row.some((text) => isColumn(text, column))))
  expect(head).toBeGreaterThan(0)
  const at = columns.map((column) => rows[head]?.findIndex((text) => isColumn(text, column)) ?? -1)
  return rows
    .slice(head + 1)
    .filter((row) => strand === undefined || row.includes(strand))
    .map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[at[index] ?? -1] ?? ''])))
}

const onCountyPage: readonly MeasureId[] = ['coverage', 'strand-profile', 'strand-progress', 'award-ladder']
const onStrandPage: readonly MeasureId[] = ['transition-matrix']
const onOwnPage = measureIds.filter((id) => !onCountyPage.includes(id) && !onStrandPage.includes(id))

/** Measures of what the sample county has told only lately. */
const recent: ReadonlySet<string> = new Set(['criteria-gaps', 'provision-figures'])

const inWorkbook: readonly MeasureId[] = [
  'cohort-progress',
  'time-to-award',
  'reflections-due',
  'reflection-outcomes',
  'goal-attainment',
]

describe('the same figures, cell for cell, are in the API, the CSV, the Arrow stream, the page and the workbook', () => {
  it.each(onCountyPage)('of %s', async (id) => {
    const expected = await fromJson(id, query)
    expect(expected.length).toBeGreaterThan(0)
    expect(expected.flatMap((row) => Object.values(row)).some((text) => Number(text) > 9)).toBe(true)
    expect(await fromCsv(id, query)).toEqual(expected)
    expect(await fromArrow(id, query)).toEqual(expected)
    expect(await fromPage(id, '/')).toEqual(expected)
    expect(await fromWorkbook(id)).toEqual(expected)
  })

  it.each(onOwnPage)('of %s, on its own page', async (id) => {
    const needs: readonly string[] = measures[id].needs
    const needed = { award: '&award=Bronze', strand: '&strand=Co-curricular' }
    const asked = `${recent.has(id) ? query.replace('2025-08-31', '2026-06-30') : query}${needs.map((need) => Reflect.get(needed, need)).join('')}`
    const [expected, rows] = [await fromJson(id, asked), await rowsOf(id, asked)]
    expect(expected.length).toBeGreaterThan(0)
    expect(await fromCsv(id, asked)).toEqual(expected)
    expect(await fromArrow(id, asked)).toEqual(expected.map(({ ...cells }) => cells))
    expect(await fromPage(id, `/measures/${id}`, asked)).toEqual(shown(id, rows, '%'))
  })

  it.each(inWorkbook)('of %s, in the workbook', async (id) => {
    const asked = measures[id].needs.length > 0 ? `${query}&award=Bronze` : query
    expect(await fromWorkbook(id)).toEqual(shown(id, await rowsOf(id, asked), ''))
  })

  it.each(onStrandPage)('of %s, strand by strand', async (id) => {
    for (const strand of strands) {
      const asked = `${query}&strand=${encodeURIComponent(strand)}`
      const expected = await fromJson(id, asked)
      expect(expected).toHaveLength(4)
      expect(await fromCsv(id, asked)).toEqual(expected)
      expect(await fromArrow(id, asked)).toEqual(expected)
      expect(await fromPage(id, `/strands/${strandSlug(strand)}`)).toEqual(expected)
      expect(await fromWorkbook(id, strand)).toEqual(expected)
    }
  })
})
