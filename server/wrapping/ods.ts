import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Mistake } from '../mistake.ts'

/** How long a conversion may take, in milliseconds. */
const patience = 120_000

/** Where LibreOffice is on this machine; null where it is not. */
const officePath = (path = process.env['PATH'] ?? ''): string | null =>
  path
    .split(delimiter)
    .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
    .find(existsSync) ?? null

/** A finished workbook as an OpenDocument spreadsheet, by LibreOffice. A mistake in words where that is not there. */
export async function odsOf(xlsx: Uint8Array): Promise<Uint8Array> {
  const office = officePath()
  if (office === null)
    throw new Mistake('ODS is written by LibreOffice, which is not on this machine: use another format')
  const folder = await mkdtemp(join(tmpdir(), 'ods-'))
  try {
    const file = join(folder, 'workbook.xlsx')
    await writeFile(file, xlsx)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await promisify(execFile)(office, [profile, '--headless', '--convert-to', 'ods', '--outdir', folder, file], {
      timeout: patience,
    })
    return await readFile(join(folder, 'workbook.ods'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
