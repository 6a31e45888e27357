import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeProblemsWorkbook } from '../dashboards/workbooks/problems-workbook.ts'
import { writeWorkbook } from '../dashboards/workbooks/write-workbook.ts'
import { fileProblemsOf } from '../server/wrapping/problems-workbook.ts'
import { hubWith, loadFile } from './ingest/story.ts'
import { everyWorkbook } from './server/wrapping/every-workbook.ts'
import { convert } from './soffice.ts'

/**
 * Every workbook of the sample county in both profiles, and one that hands a file back with its problems, as LibreOffice
 * prints them: a PDF, and its pages as pictures. Of some alone, where a part of their names is given.
 */
export async function lookAtWorkbooks(folder: string, part = ''): Promise<void> {
  const files: string[] = []
  const keep = async (name: string, write: () => Promise<Uint8Array>): Promise<void> => {
    if (!name.includes(part)) return
    const file = join(folder, name)
    await writeFile(`${file}.xlsx`, await write())
    files.push(file)
  }
  for (const { name, profile, spec } of await everyWorkbook(['the sample county']))
    await keep(`${name}-${profile}`, () => writeWorkbook(spec, profile))
  await keep('problems', problemsHandedBack)
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

const audits = `Audits of the spring term,,,,,,
School,URN,Date of audit,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
Ash Primary,100001,05/03/2024,Emerging,Developing,Est,Focusing
Beech High,100002,2024-13-05,Focusing,,,
Cedar,,2024-05-06,Focusing,n/a,,Great
The Fir Tree Church of England Voluntary Aided Primary School,100009,06/05/2024,Focusing,Developing,Developing,Focusing
`

/** The workbook that hands back a file of audits in which much is to be mended. */
async function problemsHandedBack(): Promise<Uint8Array> {
  const store = await hubWith()
  try {
    const [fileName, bytes, today] = ['audits spring.csv', new TextEncoder().encode(audits), '2026-01-10']
    const { problems, notes } = await loadFile(store, fileName, bytes)
    return await writeProblemsWorkbook(
      await fileProblemsOf(store, { hub: 'Northshire', fileName, bytes, today, problems, notes }),
    )
  } finally {
    await store.destroy()
  }
}
