import { readFile } from 'node:fs/promises'
import { exampleFile } from '../../dashboards/parts/sheet-kind.ts'
import { sheetKinds } from '../../ingest/load.ts'

/** An example of a kind of sheet, by the name of its file; null where there is none. */
export const readExample = async (file: string): Promise<Buffer | null> =>
  sheetKinds.some((kind) => exampleFile(kind) === file)
    ? readFile(new URL(`../../ingest/examples/${file}`, import.meta.url))
    : null
