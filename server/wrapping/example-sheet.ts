import { readFile } from 'node:fs/promises'
import { sheetKinds } from '../../ingest/load.ts'

/** An example of a kind of sheet, as a CSV file; null where there is no such kind. */
export const readExample = async (kind: string): Promise<Buffer | null> =>
  sheetKinds.some((each) => each === kind)
    ? readFile(new URL(`../../ingest/examples/${kind}.csv`, import.meta.url))
    : null
