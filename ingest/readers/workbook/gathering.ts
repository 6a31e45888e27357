import type { CellFault, CellRemark, GridRow } from '../grid.ts'
import { readCell, type Legend } from './cell.ts'
import { limits } from './limits.ts'
import type { PlacedCell } from './raw-cells.ts'
import { tooLarge } from './refusal.ts'

/** Counts what all sheets of a workbook hold together, and refuses the workbook when that is too much. */
export type Spend = (cells: number, characters: number) => void

export function spending(): Spend {
  let [cells, characters] = [0, 0]
  return (moreCells, moreCharacters) => {
    cells += moreCells
    characters += moreCharacters
    if (cells > limits.cells) throw tooLarge(`more than ${limits.cells.toLocaleString('en-GB')} cells`)
    if (characters > limits.characters)
      throw tooLarge(`more than ${limits.characters.toLocaleString('en-GB')} characters`)
  }
}

/** The cells of one worksheet brought together. */
export interface Gathered {
  readonly rows: readonly GridRow[]
  readonly remarks: readonly CellRemark[]
  readonly faults: readonly CellFault[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly hasTooManyRows: boolean
  /** The first cell with a value beyond the last column that is read. */
  readonly far: PlacedCell | null
}

const seeWhich = 'keep one of the two and save the workbook'

/** Takes cells as they come; nothing is kept for places that hold nothing. */
export function gathering(legend: Legend, isHiddenColumn: (column: number) => boolean, spend: Spend) {
  const rows = new Map<number, string[]>()
  const remarks: CellRemark[] = []
  const faults: CellFault[] = []
  const [hiddenRows, hiddenColumns] = [new Set<number>(), new Set<number>()]
  let hasTooManyRows = false
  let far: PlacedCell | null = null

  const fault = (found: CellFault): void => {
    faults.push(found)
    if (faults.length > limits.faults) throw tooLarge(`more than ${limits.faults} cells that cannot be read`)
  }

  function cellsOf(row: number): string[] | null {
    const known = rows.get(row)
    if (known !== undefined) return known
    hasTooManyRows ||= rows.size >= limits.rows
    if (hasTooManyRows) return null
    const cells: string[] = []
    rows.set(row, cells)
    return cells
  }

  function keep(cell: PlacedCell, text: string, said: readonly string[]): void {
    const { row, column } = cell
    const place = column - 1
    const cells = cellsOf(row)
    if (cells === null) return
    spend(Math.max(column - cells.length, 0), text.length)
    while (cells.length < column) cells.push('')
    const before = cells[place] ?? ''
    if (before !== '' && before !== text) fault({ row, place, found: `${before}" and "${text}`, accepted: seeWhich })
    cells[place] = text
    remarks.push(...said.map((text) => ({ row, place, text })))
  }

  return {
    add: (cell: PlacedCell): void => {
      const answer = readCell(cell, legend)
      const text = 'text' in answer ? answer.text : answer.found
      if (text === '') return
      const { row, column } = cell
      if (column > limits.columns) far ??= cell
      else if (isHiddenColumn(column)) hiddenColumns.add(column)
      else if (cell.isInHiddenRow) hiddenRows.add(row)
      else if ('text' in answer) keep(cell, text, answer.remarks)
      else {
        keep(cell, text, [])
        fault({ row, place: column - 1, found: answer.found, accepted: answer.accepted })
      }
    },
    gathered: (): Gathered => ({
      rows: [...rows].map(([row, cells]) => ({ row, cells })).toSorted((a, b) => a.row - b.row),
      remarks,
      faults,
      hiddenRows,
      hiddenColumns,
      hasTooManyRows,
      far,
    }),
  }
}
