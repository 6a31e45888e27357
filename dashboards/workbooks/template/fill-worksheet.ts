import { attributeIn, elementText, tagsOf } from './tags.ts'

/** What goes into a cell: a number, or text that stays text. */
export interface CellEntry {
  /** As `B12`. */
  readonly cell: string
  readonly value: number | string
}

interface Place {
  readonly row: number
  readonly column: number
}

/** A cell's row and column, both from 1. */
function placeOf(cell: string): Place {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(row), column }
}

interface CellFound {
  readonly column: number
  readonly start: number
  readonly end: number
  readonly attributes: string
  readonly hasFormula: boolean
  /** Where its kept result stands, if it has one. */
  readonly result: readonly [start: number, end: number] | null
}

interface RowFound {
  readonly row: number
  readonly start: number
  readonly end: number
  /** Where a cell after its last one goes; null where the row is one empty tag. */
  readonly last: number | null
  readonly attributes: string
  readonly cells: readonly CellFound[]
}

interface Grid {
  readonly prefix: string
  readonly rows: readonly RowFound[]
  /** Where the list of rows begins and ends, its own tags included. */
  readonly start: number
  readonly end: number
  /** Where a row after the last one goes; null where the list is one empty tag. */
  readonly last: number | null
  readonly merged: readonly (readonly [from: Place, to: Place])[]
}

/** Where the rows and cells of a worksheet's part stand in its text. Rows and cells may leave out their numbers. */
function gridOf(part: string): Grid {
  const rows: RowFound[] = []
  const merged: [Place, Place][] = []
  let list = null as Pick<Grid, 'prefix' | 'start' | 'end' | 'last'> | null
  let row = null as (Pick<RowFound, 'row' | 'start' | 'attributes'> & { cells: CellFound[] }) | null
  let cell = null as { column: number; start: number; attributes: string; hasFormula: boolean } | null
  let [value, result]: [number, readonly [number, number] | null] = [0, null]
  for (const { local, name, kind, start, end, attributes } of tagsOf(part)) {
    if (local === 'sheetData') {
      if (kind === 'close' && list !== null) list = { ...list, end, last: start }
      else list = { prefix: name.slice(0, -local.length), start, end, last: null }
    } else if (local === 'mergeCell' && kind !== 'close') {
      const [from = '', to = from] = (attributeIn(attributes, 'ref') ?? '').split(':')
      merged.push([placeOf(from), placeOf(to)])
    } else if (local === 'row') {
      if (kind === 'close' && row !== null) rows.push({ ...row, end, last: start })
      else {
        row = { row: Number(attributeIn(attributes, 'r') ?? (rows.at(-1)?.row ?? 0) + 1), start, attributes, cells: [] }
        if (kind === 'empty') rows.push({ ...row, end, last: null })
      }
    } else if (local === 'c' && row !== null) {
      if (kind === 'close' && cell !== null) row.cells.push({ ...cell, end, result })
      else {
        const told = attributeIn(attributes, 'r')
        const column = told === null ? (row.cells.at(-1)?.column ?? 0) + 1 : placeOf(told).column
        cell = { column, start, attributes, hasFormula: false }
        result = null
        if (kind === 'empty') row.cells.push({ ...cell, end, result })
      }
    } else if (local === 'f' && cell !== null) cell.hasFormula = true
    else if (local === 'v') {
      if (kind === 'open') value = start
      else result = [kind === 'empty' ? start : value, end]
    }
  }
  if (list === null) throw new Error('a worksheet without rows')
  return { ...list, rows, merged }
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Whatever keeps a cell from being filled in, in words; null where nothing does. */
function wrongWith({ rows, merged }: Grid, { cell }: CellEntry): string | null {
  const { row, column } = placeOf(cell)
  const isHidden = merged.some(
    ([from, to]) =>
      row >= from.row &&
      row <= to.row &&
      column >= from.column &&
      column <= to.column &&
      !(row === from.row && column === from.column),
  )
  if (isHidden) return `${cell} is merged into another cell`
  const found = rows.find((each) => each.row === row)?.cells.find((each) => each.column === column)
  return found?.hasFormula === true ? `${cell} holds a formula` : null
}

/** A worksheet's part with the cells filled in, to the letter as it was everywhere else; or what is wrong with them. */
export function fillWorksheet(
  part: string,
  entries: readonly CellEntry[],
): { readonly part: string; readonly hasFormula: boolean } | { readonly wrong: readonly string[] } {
  const grid = gridOf(part)
  const wrong = entries.flatMap((entry) => wrongWith(grid, entry) ?? [])
  if (wrong.length > 0) return { wrong }
  const byRow = Map.groupBy(
    entries.toSorted(
      (a, b) => placeOf(a.cell).row - placeOf(b.cell).row || placeOf(a.cell).column - placeOf(b.cell).column,
    ),
    ({ cell }) => placeOf(cell).row,
  )
  const filled = [...byRow].flatMap(([number, within]) => editsOfRow(grid, number, within))
  const replaced = (at: number): boolean => filled.some(({ start, end }) => start <= at && at < end)
  const stale = grid.rows.flatMap(({ cells }) => cells.filter(({ hasFormula }) => hasFormula))
  // What a formula came to before is not what it comes to now: programs work it out again where nothing is kept.
  const forgotten = stale.flatMap(({ result }) =>
    result === null || replaced(result[0]) ? [] : { start: result[0], end: result[1], text: '' },
  )
  const edits = gathered([...filled, ...forgotten], grid)
  return { part: edited(part, edits), hasFormula: stale.length > 0 }
}

function editsOfRow({ rows, prefix, end, last }: Grid, number: number, entries: readonly CellEntry[]): readonly Edit[] {
  const found = rows.find(({ row }) => row === number)
  if (found === undefined) {
    const at = rows.find(({ row }) => row > number)?.start ?? last ?? end
    const cells = entries.map((entry) => cellText(prefix, entry, '')).join('')
    return [{ start: at, end: at, text: `<${prefix}row r="${number}">${cells}</${prefix}row>` }]
  }
  if (found.last === null) {
    const cells = entries.map((entry) => cellText(prefix, entry, '')).join('')
    const text = `<${prefix}row${found.attributes}>${cells}</${prefix}row>`
    return [{ start: found.start, end: found.end, text }]
  }
  const after = found.last
  return entries.map((entry) => {
    const { column } = placeOf(entry.cell)
    const cell = found.cells.find((each) => each.column === column)
    if (cell !== undefined) return { ...cell, text: cellText(prefix, entry, cell.attributes) }
    const at = found.cells.find((each) => each.column > column)?.start ?? after
    return { start: at, end: at, text: cellText(prefix, entry, '') }
  })
}

/** A cell with its value, its style as it was. */
function cellText(prefix: string, { cell, value }: CellEntry, attributes: string): string {
  const style = attributeIn(attributes, 's')
  const begun = `<${prefix}c r="${cell}"${style === null ? '' : ` s="${style}"`}`
  return typeof value === 'number'
    ? `${begun}><${prefix}v>${value}</${prefix}v></${prefix}c>`
    : `${begun} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${elementText(value)}</${prefix}t></${prefix}is></${prefix}c>`
}

/** Where the list of rows is one empty tag, all that goes into it opens it. */
function gathered(edits: readonly Edit[], { last, start, end, prefix }: Grid): readonly Edit[] {
  if (last !== null || edits.length === 0) return edits
  const rows = edits.map(({ text }) => text).join('')
  return [{ start, end, text: `<${prefix}sheetData>${rows}</${prefix}sheetData>` }]
}

/** The text with its edits made; those of one place stay in their order. */
function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end, text: instead } of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(from, start), instead)
    from = end
  }
  return [...pieces, text.slice(from)].join('')
}
