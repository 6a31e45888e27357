import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readFiles } from '../../../ingest/load/read.ts'
import type { Grids } from '../../../ingest/readers/grid.ts'
import { readWorkbook } from '../../../ingest/readers/workbook/workbook.ts'
import { refusalOfContainer } from '../../../ingest/readers/workbook/magic.ts'
import { readUntrusted } from '../../../ingest/readers/workbook/read.ts'
import { pathOf } from '../../machine.ts'
import { isLong } from '../../runs.ts'
import { openData } from '../../open-data.ts'

const folder = openData('bad-xlsx') ?? ''
const files =
  folder === ''
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.xlsx?$/.test(name))

/** In this thread, once it is known to be a workbook at all. */
async function readHere(bytes: Uint8Array): Promise<Grids> {
  return isLong || refusalOfContainer(bytes) !== null ? readWorkbook(bytes) : readUntrusted(bytes)
}

const readBefore = new Map<string, Promise<Grids>>()

/** What a file is read as, once: in a worker of its own in the long proofs, and here every day, for these are known. */
function read(name: string): Promise<Grids> {
  const grids = readBefore.get(name) ?? readHere(readFileSync(join(folder, name)))
  readBefore.set(name, grids)
  return grids
}

type Rows = readonly (readonly (string | number)[])[]

/** What is expected of each sheet: its name, and its first rows with their numbers. */
const expected: Readonly<Record<string, readonly (readonly [sheet: string | null, ...rows: Rows])[]>> = {
  'dfe_unclean_request_form.xlsx': [
    [
      'Extra mobile data requests',
      [
        1,
        'Account holder name',
        'Mobile phone number',
        'Mobile network',
        'Pay monthly or PAYG?',
        'Has someone shared the privacy statement with the account holder?',
      ],
      [2, 'Jane Smith', '07123456789', 'Virgin Mobile', 'Pay monthly', 'TRUE'],
    ],
  ],
  'exceljs/1904.xlsx': [['Sheet1', [4, '', '1904-01-01']], ['Sheet2'], ['Sheet3']],
  'exceljs/bogus-defined-name.xlsx': [['Sheet1', [1, 'OFFSET($A$10;0;0;0;1)']]],
  'exceljs/chart-sheet.xlsx': [['Sheet1', [1, 'Month', 'Bears', 'Dolphins', 'Whales'], [2, 'Jan', '8', '150', '80']]],
  'exceljs/dateIssue.xlsx': [['Sheet1', [1, 'Date'], [2, '2020-11-20']]],
  'exceljs/duplicateRowTest.xlsx': [['duplicateTest']],
  'exceljs/google-sheets.xlsx': [['Sheet1', [1, 'BEGIN', '', 'VISIBLE'], [3, 'VISIBLE']]],
  'exceljs/libre-calc-as-excel-2007-365.xlsx': [['Sheet1', [1, 'BEGIN', '', 'VISIBLE'], [3, 'VISIBLE']]],
  'exceljs/shared_string_with_escape.xlsx': [['Sheet1', [1, '_x000D_']]],
  'exceljs/test-issue-163.xlsx': [['Sheet1', [1, '1'], [2, '2'], [3, '3']]],
  'readxl/no-styles-or-sharedStrings-parts.xlsx': [
    ['Sheet1', [1, 'Language', 'Age', 'Churn probability'], [2, 'german', '73', '0.143292665']],
  ],
  'readxl/nonstandard-xml-ns-prefix.xlsx': [['Sheet1', [1, 'a', 'b'], [2, '1', '3'], [3, '2', '4']]],
  'readxl/richtext-coloured.xlsx': [
    ['Sheet1', [1, 'abcd', 'abcd', 'abcd', 'abcd'], [2, 'tvalrval1rval2', 'rval1rval2', 'rval1rval2', 'rval1rval2']],
    ['Sheet2'],
    ['Sheet3'],
  ],
  'readxl/skipping.xlsx': [
    ['two_blank_rows', [3, 'var1', 'var2'], [5, 'v2,1', 'v2,2'], [7, 'v4,1', 'v4,2']],
    ['occupied_row_and_blank_row', [1, 'blah blah'], [3, 'var1', 'var2']],
    ['two_occupied_rows', [1, 'blah blah'], [2, '', 'yada yada'], [3, 'var1', 'var2']],
  ],
  'readxl/style-only-cells.xlsx': [['Data', [1, 'var1', 'var2', 'var3', '', 'var5'], [2, 'val1,1', '', 'aa', '', '1']]],
  'readxl/utf8-sheet-names.xlsx': [
    ['\u00B5', [1, 'x'], [2, '1']],
    ['\u2202', [1, 'x'], [2, '1']],
  ],
  'readxl/whitespace-xlsx.xlsx': [
    ['whitespace', [1, ' <-space, space-> '], [2, ' <-space'], [3, 'space-> '], [4, '\t   \t']],
    ['logical_and_NA', [1, 'numeric'], [2, '1.3'], [3, '  :-)  ']],
  ],
  'roo/boolean-from-google-sheets.xlsx': [['Sheet1', [1, 'TRUE'], [2, 'FALSE']]],
  'roo/expand_merged_ranges_issue_506.xlsx': [
    ['Sheet1', [1, 'One', 'Two'], [2, 'John', 'Johnson'], [3, 'Sam'], [4, 'Dave']],
  ],
  'roo/header_offset.xlsx': [['Sheet1', [1, 'Header A1', 'Header B1'], [2, 'Data A2', 'Data B2']]],
  'roo/hidden_sheets.xlsx': [['VisibleSheet1', [1, 'visible sheet 1']]],
  'roo/implicit_coordinates.xlsx': [['Sheet1', [1, 'Test'], [2, 'A2', 'B2', 'C2']]],
  'roo/parse_clean_with_unicode.xlsx': [['Sheet1', [1, 'Name', 'Age'], [2, '\u00A0\u00A0\u51EF \u00A0\u00A0', '18']]],
  'roo/wrong_coordinates.xlsx': [['Format', [1, 'PBer']]],
  'roo/zero-padded-number.xlsx': [['Sheet 1', [1, 'Table 1'], [2, '06083'], [3, '10083'], [4, '05010']]],
}

const problems: Readonly<Record<string, string>> = {
  'csvlint_spreadsheet.xls': 'a workbook of Excel 97 to 2003 (.xls)',
  'exceljs/invalid-xml.xlsx':
    'a workbook whose part xl/worksheets/sheet1.xml is not well-formed: text data outside of root node.',
  'exceljs/missing-bits.xlsx': 'a workbook without its list of sheets',
}

describe.skipIf(folder === '')('the open workbooks', () => {
  it('are there', () => {
    expect(files).toHaveLength(44)
    expect(files).toEqual(expect.arrayContaining([...Object.keys(expected), ...Object.keys(problems)]))
  })

  it.each(files)('%s ends in values or a plain problem, and nothing of it can be loaded', async (name) => {
    const { grids, problems: found } = await read(name)
    expect(found.map((problem) => problem.found)).toEqual(name in problems ? [problems[name]] : [])
    expect(grids.length > 0).toBe(found.length === 0)
    const { tabs, problems: refused } = await readFiles(readFileSync(join(folder, name)))
    expect(tabs).toEqual([])
    expect(refused.every(({ accepted }) => accepted.length > 10)).toBe(true)
  })

  it.each(Object.entries(expected))('%s has the values of its cells', async (name, sheets) => {
    const { grids } = await read(name)
    expect(grids.map(({ sheet }) => sheet)).toEqual(sheets.map(([sheet]) => sheet))
    for (const [index, [, ...rows]] of sheets.entries())
      expect(grids[index]?.rows.slice(0, rows.length).map(({ row, cells }) => [row, ...cells])).toEqual(rows)
  })

  it('say what was hidden, and what is an error', async () => {
    const google = await read('exceljs/google-sheets.xlsx')
    expect(google.grids[0]?.notes.map(({ row, text }) => [row, text])).toEqual([
      [2, 'hidden, so not read'],
      [null, 'Hidden columns were not read: B'],
    ])
    const hidden = await read('roo/hidden_sheets.xlsx')
    expect(hidden.notes.map(({ text }) => text)).toEqual([
      'Hidden worksheets were not read: "HiddenSheet1", "HiddenSheet2"',
    ])
    const charts = await read('exceljs/chart-sheet.xlsx')
    expect(charts.notes.map(({ text }) => text)).toEqual(['Sheets that are no worksheets were not read: "Chart1"'])
    const types = await read('readxl/types.xlsx')
    expect(types.grids[2]?.faults.map(({ row, found }) => [row, found])).toEqual([
      [13, '#N/A'],
      [14, '#N/A'],
      [15, '#NAME?'],
      [16, '#VALUE!'],
      [17, '#DIV/0!'],
      [18, '#REF!'],
      [19, '#NUM!'],
      [20, '#NULL!'],
    ])
  })
})

/** A worksheet as a CSV file with the values of its cells, not how they are shown. */
const values = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

async function convertedTo(outDir: string, names: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(outDir, 'profile')).href}`
  const paths = names.map((name) => join(folder, name))
  await promisify(execFile)(pathOf('libreoffice'), [
    profile,
    '--headless',
    '--convert-to',
    values,
    '--outdir',
    outDir,
    ...paths,
  ])
}

/** A cell of LibreOffice as we read it: days as ISO text, without their time. */
const asRead = (cell: string): string =>
  cell
    .trim()
    .replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2')
    .replace(/^(\d{4}-\d\d-\d\d) \d\d:\d\d:\d\d$/, '$1')

const filled = (rows: readonly { readonly row: number; readonly cells: readonly string[] }[]): readonly string[] =>
  rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, place) => {
      const text = asRead(cell.replaceAll('\r', ''))
      return text === '' ? [] : [`${row} ${place} ${text}`]
    }),
  )

/** LibreOffice shows what is hidden, has errors of its own, and leaves leading zeros out. */
const differing = new Set(['google-sheets', 'libre-calc-as-excel-2007-365', 'types', 'zero-padded-number'])

describe.skipIf(folder === '')('the open workbooks in LibreOffice', () => {
  it('have the same values in the same cells', async () => {
    const out = mkdtempSync(join(tmpdir(), 'open-workbooks-'))
    const names = files.filter((name) => !(name in problems) && !differing.has(basename(name, '.xlsx')))
    try {
      await convertedTo(out, names)
      let compared = 0
      for (const name of names)
        for (const { sheet, rows } of (await read(name)).grids) {
          const path = join(out, `${basename(name, '.xlsx')}-${sheet}.csv`)
          const theirs = existsSync(path) ? parse(readFileSync(path, 'utf8'), { relax_column_count: true }) : []
          expect([name, ...filled(rows)]).toEqual([
            name,
            ...filled(theirs.map((cells, index) => ({ row: index + 1, cells }))),
          ])
          compared += rows.length
        }
      expect(compared).toBeGreaterThan(1_000)
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })
})
