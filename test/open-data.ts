import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = process.env['CRESCENDO_OPEN_DATA'] ?? resolve(import.meta.dirname, '../../shared/data')

/** The path of a file of the open data, or null after a plain line that says which file is not there. */
export function openData(file: string): string | null {
  const path = join(folder, file)
  if (existsSync(path)) return path
  console.log(`skipped: the open data file ${file} is not in ${folder} (CRESCENDO_OPEN_DATA names the folder)`)
  return null
}
