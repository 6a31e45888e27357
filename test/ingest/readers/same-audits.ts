import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { levels } from '../../../analytics/framework/level.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { convert } from '../../soffice.ts'

/** An audit in the words of a file; `heldOn` is a day as ISO text. */
export interface Audit {
  readonly urn: number
  readonly heldOn: string
  readonly adviser: string
  readonly levels: readonly string[]
}

export const head: readonly string[] = ['URN', 'Meeting date', 'Adviser', ...strands]

const day = fc
  .tuple(fc.integer({ min: 2018, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

const audit: fc.Arbitrary<Audit> = fc.record({
  urn: fc.constantFrom(100_001, 100_002, 100_003, 100_004, 100_006),
  heldOn: day,
  adviser: fc.constantFrom('', 'Jo', 'Smith, Al', 'the "other" one', 'Zo\u00EB\nTwo', '0012', '1/2', 'TRUE', ' <&> '),
  levels: fc.array(fc.constantFrom('', 'Not rated', ...levels), { minLength: 4, maxLength: 4 }),
})

export const audits: fc.Arbitrary<readonly Audit[]> = fc.uniqueArray(audit, {
  selector: ({ urn, heldOn }) => `${urn} ${heldOn}`,
  minLength: 1,
  maxLength: 12,
})

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

const cellsOf = ({ urn, heldOn, adviser, levels }: Audit): readonly string[] => [
  String(urn),
  heldOn,
  adviser,
  ...levels,
]

export const asCsv = (audits: readonly Audit[]): Uint8Array =>
  new TextEncoder().encode([head, ...audits.map(cellsOf)].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''))

/** As exceljs writes it: numbers as numbers, days as days of either date system. */
export async function asExceljs(audits: readonly Audit[], isFrom1904 = false): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.properties.date1904 = isFrom1904
  const sheet = book.addWorksheet('Audits')
  sheet.addRow([...head])
  for (const { urn, heldOn, adviser, levels } of audits)
    sheet.addRow([urn, new Date(`${heldOn}T00:00:00Z`), adviser || null, ...levels.map((level) => level || null)])
  sheet.getColumn(2).numFmt = 'dd/mm/yyyy'
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** As LibreOffice writes the same file. */
export async function asLibreOffice(audits: readonly Audit[]): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'same-audits-'))
  try {
    const [told, made] = [join(folder, 'audits.xlsx'), join(folder, 'out')]
    writeFileSync(told, await asExceljs(audits))
    const [path = ''] = await convert([told], 'xlsx:Calc MS Excel 2007 XML', made)
    return new Uint8Array(readFileSync(path))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
