import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, it } from 'vitest'
import { convert, csvOfEverySheet } from '../../soffice.ts'
import { readBook, tableOf } from './read-book.ts'
import { hubOf, reportOf, writeCountyReport } from './story.ts'

const folder = mkdtempSync(join(tmpdir(), 'naughty-names-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a school may be called, and what a cell then says: the same, unless told. */
const names: readonly (readonly [name: string, said?: string])[] = [
  ['=1+1'],
  ['+1+1'],
  ['-1+1'],
  ['@SUM(A1:A9)'],
  ['＝1+1'],
  ['=HYPERLINK("https://example.org","here")'],
  ["=cmd|' /C calc'!A0"],
  ["'quoted"],
  ['{=1+1}'],
  ['#REF!'],
  ['TRUE'],
  ['1E5'],
  ['00123'],
  ['1/2'],
  ['31/08/2026'],
  ['[c]'],
  ['null'],
  ['<b>&amp;"]]></t>'],
  ['_x0041_ and _x000a_'],
  ['Ysgol Gŵyr, Ætna Škola, Школа, مدرسة, 学校'],
  ['🎺 Brass \u{1F469}\u200D\u{1F3A4}'],
  ['  two  spaces, a\ttab and a\nline ', 'two spaces, a tab and a line'],
  ['\u0000bell\u0007 \u001B[31mred\u009F', 'bell [31mred'],
  ['\u00A0St\u00A0Anne\u00A0', 'St Anne'],
  ['half \uD83C a horn', 'half \uFFFD a horn'],
  ['\u0000', '[x]'],
  ['long '.repeat(8000), 'long '.repeat(6554).slice(0, 32_767).trimEnd()],
  [`x${'🎺'.repeat(20_000)}`, `x${'🎺'.repeat(16_383)}`],
  ['private \uE000 letters \uE0011f3ba\uE001'],
]

it('whatever a school is called stays text, in the file and in LibreOffice', async () => {
  const [line] = reportOf(hubOf(1)).schools ?? []
  const report = { ...reportOf(hubOf(1)), schools: names.map(([name]) => ({ ...line!, name })) }
  const bytes = await writeCountyReport(report)
  const book = readBook(bytes)
  const expected = names.map(([name, said = name]) => said)
  expect(
    tableOf(book.sheets.at(-1)!)
      .slice(1)
      .map((row) => row[1]),
  ).toEqual(expected)
  expect([...book.parts.values()].join('')).not.toMatch(/<f[ >]|relationships\/hyperlink/)

  const file = join(folder, 'naughty.xlsx')
  writeFileSync(file, bytes)
  const made = await convert([file], csvOfEverySheet, mkdtempSync(join(folder, 'csv-')))
  const rows: readonly string[][] = parse(readFileSync(made.find((path) => path.endsWith('-Schools.csv'))!), {
    bom: true,
    relax_column_count: true,
  })
  expect(rows.slice(-names.length).map((row) => row[1])).toEqual(expected)
})

it.for([0, 1, 2, 3])('an emoji is whole wherever it stands in the file (%i)', async (letters) => {
  const [line] = reportOf(hubOf(1)).schools ?? []
  const name = `${'x'.repeat(1 + letters)}${'🎺'.repeat(16_000)}`
  const { sheets } = readBook(await writeCountyReport({ ...reportOf(hubOf(1)), schools: [{ ...line!, name }] }))
  expect(tableOf(sheets.at(-1)!)[1]?.[1] === name).toBe(true)
})
