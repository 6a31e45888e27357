import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { sampleCounty } from '../../../fixtures/county/index.ts'
import { environmentOf, runProgram } from '../../program.ts'
import { isLong } from '../../runs.ts'
import { sampleBytes } from '../sample-bytes.ts'
import { everyWorkbook } from './every-workbook.ts'
import { valuesOf } from './told.ts'

const folder = mkdtempSync(join(tmpdir(), 'ods-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The days since 30 December 1899, as spreadsheets count them. */
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569

/** A cell of an OpenDocument spreadsheet: its number or day by its own attribute, else its text. */
function valueIn(attributes: string, inner: string): string | number {
  const told = (name: string): string | undefined => new RegExp(` office:${name}="([^"]*)"`).exec(attributes)?.[1]
  const [number, day] = [told('value'), told('date-value')]
  if (number !== undefined) return Number(number)
  if (day !== undefined) return serial(day)
  const text = inner.replaceAll(/<text:line-break\/>/g, '\n').replaceAll(/<[^>]+>/g, '')
  return text.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
}

/** The rows of each worksheet of an OpenDocument spreadsheet that have anything in them, by its name. */
function rowsIn(content: string): ReadonlyMap<string, readonly (readonly (string | number)[])[]> {
  return new Map(
    [...content.matchAll(/<table:table table:name="([^"]+)"[^>]*>(.*?)<\/table:table>/gs)].map(
      ([, name = '', sheet = '']) => [
        name,
        [...sheet.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
          [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
            ([, attributes = '', inner = '']) => {
              const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1)
              return times > 100 ? [] : Array.from({ length: times }, () => valueIn(attributes, inner))
            },
          ),
        ),
      ],
    ),
  )
}

it.runIf(isLong)('every workbook is exported as OpenDocument with every figure as it is', async () => {
  const store = await sampleBytes()
  writeFileSync(join(folder, 'crescendo.db'), store)
  const { today } = sampleCounty()
  const place = { cwd: folder, env: { ...environmentOf(folder, today), CRESCENDO_DB: join(folder, 'crescendo.db') } }
  const made = await everyWorkbook(['the sample county'])
  for (const { name, spec } of made.filter(({ profile }) => profile === 'publication')) {
    const more =
      name === 'council-report'
        ? ['--council', '990']
        : ['school-pack', 'action-plan'].includes(name)
          ? ['--school', '900001']
          : []
    const words = ['export', name, '--as-of', today, ...more, '--format', 'ods', '--out', join(folder, `${name}.ods`)]
    const { code, err } = await runProgram({ words, ...place })
    expect({ name, code, err }).toEqual({ name, code: 0, err: '' })
    const content = strFromU8(unzipSync(readFileSync(join(folder, `${name}.ods`)))['content.xml'] ?? new Uint8Array())
    const found = rowsIn(content)
    for (const table of spec.tables.filter(({ tab }) => tab !== 'Commentary')) {
      const expected = valuesOf(table)
      const rows = (found.get(table.tab) ?? []).filter((row) => row.length > 1).slice(1)
      expect({ name, tab: table.tab, rows: rows.map((row) => row.slice(0, table.columns.length)) }).toEqual({
        name,
        tab: table.tab,
        rows: expected,
      })
    }
  }
})
