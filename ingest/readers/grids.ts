import { readBoundaries } from './boundaries/boundaries.ts'
import { isJson } from './boundaries/json.ts'
import { readCsv } from './csv.ts'
import type { Rows } from './rows.ts'
import type { GridRow, Grids } from './grid.ts'
import { isWorkbook } from './workbook/magic.ts'
import { readWorkbook } from './workbook/workbook.ts'

/** The one sheet of a CSV file. */
function csvGrids(bytes: Uint8Array): Grids<Rows<GridRow>> {
  const { problems, ...grid } = readCsv(bytes)
  return problems.length > 0
    ? { grids: [], notes: grid.notes, problems }
    : { grids: [{ ...grid, problems }], notes: [], problems }
}

/**
 * The sheets of a file: those of a workbook, the shapes of a boundary file, or the one of a CSV file. Its bytes say
 * which it is, not its name.
 */
export async function readGrids(bytes: Uint8Array): Promise<Grids<Rows<GridRow>>> {
  if (isWorkbook(bytes)) return readWorkbook(bytes)
  return isJson(bytes) ? readBoundaries(bytes) : csvGrids(bytes)
}
