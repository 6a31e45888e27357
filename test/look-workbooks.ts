import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeWorkbook } from '../dashboards/workbooks/write-workbook.ts'
import { everyWorkbook } from './server/wrapping/every-workbook.ts'
import { convert } from './soffice.ts'

/** Every workbook of the sample county in both profiles, as LibreOffice prints it: a PDF, and its pages as pictures. */
export async function lookAtWorkbooks(folder: string): Promise<void> {
  const files: string[] = []
  for (const { name, profile, spec } of await everyWorkbook(['the sample county'])) {
    const file = join(folder, `${name}-${profile}`)
    await writeFile(`${file}.xlsx`, await writeWorkbook(spec, profile))
    files.push(file)
  }
  await convert(
    files.map((file) => `${file}.xlsx`),
    'pdf',
    folder,
  )
  for (const file of files) {
    await promisify(execFile)('pdftoppm', ['-r', '110', '-png', `${file}.pdf`, file]).catch(() => null)
    console.log(`${file}.pdf`)
  }
}
