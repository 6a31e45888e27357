import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measureIds, measures, type MeasureId } from '../../analytics/measures/index.ts'
import type { Column } from '../../analytics/measures/measure.ts'
import { strandSlug, strands } from '../../analytics/framework/strand.ts'
import { sampleApp, type SampleApp } from './sample-app.ts'

/** A measure's answer as one wrapping gives it: a text a cell, by column key. */
type Cells = readonly Readonly<Record<string, string>>[]

let sample: SampleApp
beforeAll(async () => void (sample = await sampleApp()))
afterAll(() => sample.close())

const get = async (url: string): Promise<Buffer> => {
  const { statusCode, rawPayload } = await sample.app.inject({ url, headers: { host: '127.0.0.1' } })
  expect({ url, statusCode }).toEqual({ url, statusCode: 200 })
  return rawPayload
}

const query = 'council=990&asOf=2025-08-31'

const columnsOf = (id: MeasureId): readonly Column[] => measures[id].columns

const cellsOf = (id: MeasureId, rows: readonly object[]): Cells =>
  rows.map((row) => Object.fromEntries(columnsOf(id).map(({ key }) => [key, String(Reflect.get(row, key))])))

async function fromJson(id: MeasureId, asked: string): Promise<Cells> {
  return cellsOf(id, JSON.parse(String(await get(`/api/measures/${id}?${asked}`))).rows)
}

const fromCsv = async (id: MeasureId, asked: string): Promise<Cells> =>
  cellsOf(id, parse(await get(`/api/measures/${id}.csv?${asked}`), { columns: true }))

async function fromArrow(id: MeasureId, asked: string): Promise<Cells> {
  const table = tableFromIPC(await get(`/api/measures/${id}.arrow?${asked}`))
  return cellsOf(
    id,
    table.toArray().map((row) => row.toJSON()),
  )
}

/** The figures of the measure's table on a page, whichever way it is turned. */
async function fromPage(id: MeasureId, path: string): Promise<Cells> {
  const { document } = parseHTML(String(await get(`${path}?${query}`)))
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
    text === label || text.startsWith(`${label}\n`) || (unit === 'schools' && text.startsWith(`${label} (schools)`))
  const head = rows.findIndex((row) => columns.every((column) => row.some((text) => isColumn(text, column))))
  expect(head).toBeGreaterThan(0)
  const at = columns.map((column) => rows[head]?.findIndex((text) => isColumn(text, column)) ?? -1)
  return rows
    .slice(head + 1)
    .filter((row) => strand === undefined || row.includes(strand))
    .map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[at[index] ?? -1] ?? ''])))
}

describe('the same figures, cell for cell, are in the API, the CSV, the Arrow stream, the page and the workbook', () => {
  it.each(measureIds.filter((id) => measures[id].needs.length === 0))('of %s', async (id) => {
    const expected = await fromJson(id, query)
    expect(expected.length).toBeGreaterThan(0)
    expect(expected.flatMap((row) => Object.values(row)).some((text) => Number(text) > 9)).toBe(true)
    expect(await fromCsv(id, query)).toEqual(expected)
    expect(await fromArrow(id, query)).toEqual(expected)
    expect(await fromPage(id, '/')).toEqual(expected)
    expect(await fromWorkbook(id)).toEqual(expected)
  })

  it.each(measureIds.filter((id) => measures[id].needs.length > 0))('of %s, strand by strand', async (id) => {
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
