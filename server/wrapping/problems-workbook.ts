import type { Day } from '../../analytics/framework/day.ts'
import type { FileProblems, FileSheet, ProblemTold } from '../../dashboards/workbooks/problems-workbook.ts'
import { readFiles, type SheetFile } from '../../ingest/load/read.ts'
import type { Beside } from '../../ingest/mapping/beside.ts'
import { listMappings } from '../../ingest/mapping/remember.ts'
import type { Problem } from '../../ingest/problem.ts'
import type { AnyGrid } from '../../ingest/readers/grid.ts'
import { readGrids } from '../../ingest/readers/grids.ts'
import type { Store } from '../../migrations/open.ts'

/** A file that was not loaded, as it was asked to be, and what its outcome says. */
export interface TroubledFile extends Omit<Beside, 'remembered'> {
  readonly hub: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly today: Day
  readonly problems: readonly FoundProblem[]
  /** How many problems there are in all, where not all are given. */
  readonly problemCount?: number
  readonly notes: readonly string[]
}

/** A problem, as an outcome has it or as it was kept. */
type FoundProblem = Omit<Problem, 'code'> & { readonly code: string }

/** Of a file with more rows only those with a problem are shown; of more problems only the first are told. */
const [mostRows, mostProblems] = [10_000, 5000]
/** The last row that a worksheet can have. */
const lastRow = 1_048_576

/** The file with its problems as a workbook to hand back shows them: read again from its own bytes. */
export async function fileProblemsOf(store: Store, file: TroubledFile): Promise<FileProblems> {
  const { hub, fileName, bytes, today, notes } = file
  const remembered = await listMappings(store, hub)
  const [{ grids }, { tabs }] = [await readGrids(bytes), await readFiles(bytes, { ...file, remembered })]
  const problems = file.problems.slice(0, mostProblems)
  const isCut = grids.reduce((sum, { rows }) => sum + rows.length, 0) > mostRows
  const wrong = new Set(problems.map(({ sheet, row }) => `${sheet} ${row}`))
  const sheets = grids.map((grid): SheetAround => {
    const tab = tabs.find((each) => each.tab === grid.sheet)
    const headRow = headRowOf(grid, tab)
    const isShown = (row: number): boolean =>
      row <= lastRow && (!isCut || row === headRow || wrong.has(`${grid.sheet} ${row}`))
    const rows = Array.from(grid.rows).filter(({ row }) => isShown(row))
    return { name: grid.sheet, rows, headRow, isCut, tab }
  })
  return {
    fileName,
    organisation: hub,
    producedOn: today,
    sheets: sheets.map(({ tab: _tab, ...sheet }) => sheet),
    problems: problems.map((problem) =>
      tell(
        problem,
        sheets.find(({ name }) => name === problem.sheet),
      ),
    ),
    problemCount: file.problemCount ?? file.problems.length,
    notes,
  }
}

const isFilled = (cell: string): boolean => cell.trim() !== ''

/** The row of a sheet's headings: the last above its rows that was not left out; else the first of two cells or more. */
function headRowOf({ rows }: AnyGrid, tab: SheetFile | undefined): number | null {
  const filled = Array.from(rows).filter(({ cells }) => cells.some(isFilled))
  if (tab === undefined)
    return (filled.find(({ cells }) => cells.filter(isFilled).length > 1) ?? filled[0])?.row ?? null
  const leftOut = new Set(tab.leftovers.map(({ row }) => row))
  const first = tab.rows.at(0)?.row ?? Infinity
  return filled.findLast(({ row }) => row < first && !leftOut.has(row))?.row ?? null
}

/** A sheet with how it was understood. */
interface SheetAround extends FileSheet {
  readonly tab: SheetFile | undefined
}

/** The problem with the columns it stands in: those read under its heading, or those of the file that are so headed. */
function tell(
  { sheet, row, column, means, code, found, accepted }: FoundProblem,
  around: SheetAround | undefined,
): ProblemTold {
  const headings = around?.rows.find((each) => each.row === around.headRow)?.cells ?? []
  const headed = headings.flatMap((heading, place) => (heading.trim() === column ? [place] : []))
  const read = Object.entries(around?.tab?.places ?? {})
    .filter(([key]) => around?.tab?.sheet.columns[key]?.heading === (means ?? column))
    .flatMap(([, places]) => places.filter((place) => place < headings.length))
  const places = column === null ? [] : row === null ? headed : read.length > 0 ? read : headed
  const [first] = places
  const said = headings[first ?? -1]?.trim()
  return {
    sheet,
    row,
    column: column !== null && said !== undefined && said !== '' ? said : column,
    places,
    what: code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' '),
    found,
    accepted,
  }
}
