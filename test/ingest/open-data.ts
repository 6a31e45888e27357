import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = process.env['CRESCENDO_OPEN_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data')

/** Where a file or folder of the open data is; null, with a line that says so, where it is absent. */
export function openData(path: string): string | null {
  const full = resolve(folder, path)
  if (existsSync(full)) return full
  console.log(`skipped: the open data has no ${path}`)
  return null
}

export const bytesOf = (path: string): Uint8Array => readFileSync(path)
