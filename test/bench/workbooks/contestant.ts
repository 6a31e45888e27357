import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { county } from './county.ts'
import { columns, rowAt } from './rows.ts'

/** What one writing took. */
export interface Written {
  readonly milliseconds: number
  readonly peakBytes: number
  readonly fileBytes: number
}

type Write = (file: string, rows: number) => Promise<void>

/** Each is read only when it is asked for, so that nobody else's modules are in its memory. */
const contestants = {
  crescendo: async (file, length) => {
    const { writeWorkbook } = await import('../../../dashboards/workbooks/write-workbook.ts')
    const { specOf } = await import('./spec.ts')
    writeFileSync(file, await writeWorkbook(specOf(length)))
  },
  exceljs: async (file, length) => {
    const { default: ExcelJS } = await import('exceljs')
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true })
    const sheet = book.addWorksheet('Table')
    const font = { name: 'Arial', size: 12 }
    sheet.columns = columns.map((header, at) => ({
      header,
      key: header,
      width: 20,
      style: at < 5 ? { font, numFmt: '@' } : { font, numFmt: '#,##0' },
    }))
    for (let at = 0; at < length; at++) sheet.addRow(rowAt(at)).commit()
    sheet.commit()
    await book.commit()
  },
  'write-excel-file': async (file, length) => {
    const { default: writeXlsxFile } = await import('write-excel-file/node')
    const rows = Array.from({ length }, (_, at) =>
      rowAt(at).map((value) =>
        typeof value === 'number' ? { value, type: Number, format: '#,##0' } : { value, type: String },
      ),
    )
    await writeXlsxFile([columns.map((value) => ({ value, type: String })), ...rows], { sheet: 'Table' }).toFile(file)
  },
  county: (file) => county(file, 300),
  country: (file) => county(file, 24_000),
} as const satisfies Readonly<Record<string, Write>>

export type Contestant = keyof typeof contestants

const [name = 'crescendo', rows = '1000'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'crescendo-workbook-'))
try {
  const file = join(folder, 'table.xlsx')
  const start = performance.now()
  await contestants[name as Contestant](file, Number(rows))
  const milliseconds = performance.now() - start
  const peakBytes = process.resourceUsage().maxRSS * 1024
  console.log(JSON.stringify({ milliseconds, peakBytes, fileBytes: statSync(file).size } satisfies Written))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
