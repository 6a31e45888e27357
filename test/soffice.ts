import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { pathOf } from './machine.ts'

/** The format by which LibreOffice writes every worksheet as a CSV file of its own, its cells as they are shown. */
export const csvOfEverySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'

/** Where LibreOffice keeps its settings: a place for each process, for making one takes half of a conversion. */
const profile = mkdtempSync(join(tmpdir(), 'office-profile-'))
process.on('exit', () => rmSync(profile, { recursive: true, force: true }))

/** What LibreOffice makes of files in another format: the paths of all files then in the folder. Throws if it makes none. */
export async function convert(files: readonly string[], format: string, outDir: string): Promise<readonly string[]> {
  const words = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', format]
  const { stderr } = await promisify(execFile)(pathOf('libreoffice'), [...words, '--outdir', outDir, ...files])
  const made = readdirSync(outDir).map((name) => join(outDir, name))
  if (made.length === 0) throw new Error(`LibreOffice made nothing of ${files.join(', ')}: ${stderr}`)
  return made
}
