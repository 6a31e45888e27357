import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The variable that names the folder in which the processes of a run keep the stores that they made for each other. */
export const madeStores = 'CRESCENDO_TEST_STORES'

/** Before all tests: makes that folder; it is gone after them. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-stores-'))
  process.env[madeStores] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
