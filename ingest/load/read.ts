import { listed, type Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import { readCsv } from '../readers/csv.ts'
import type { Grid, GridRow } from '../readers/grid.ts'
import { placesOf, type Places } from '../recognise/column.ts'
import { foldHeading } from '../recognise/heading.ts'
import { leftoverOf } from '../recognise/leftover.ts'
import { pupilColumns } from '../recognise/pupil-columns.ts'
import { trimmed } from '../recognise/reading.ts'
import { recogniseKind } from '../sheets/index.ts'
import type { Sheet, SheetKind } from '../sheets/sheet.ts'

/** A file whose kind is known and whose rows can be read one by one. */
export interface SheetFile {
  readonly sheet: Sheet
  readonly places: Places
  readonly rows: readonly GridRow[]
  /** Rows that are none of the sheet's: blank, totals, remarks. */
  readonly leftovers: readonly GridRow[]
  readonly notes: readonly Note[]
  readonly problems: readonly Problem[]
}

const fileNote = (text: string): Note => ({ row: null, column: null, text })

const isBlank = ({ cells }: GridRow): boolean => cells.every((cell) => trimmed(cell) === '')

/** Headings that two columns share, where they matter. */
function doubled(headings: readonly string[], places: Places): readonly Problem[] {
  const folded = headings.map(foldHeading)
  const used = Object.values(places).flat()
  const twice = used.filter((place) => folded.indexOf(folded[place] ?? '', place + 1) >= 0)
  return [...new Set(twice)].map((place) => {
    const column = headings[place] ?? ''
    return problemOf('duplicate-column', column, { column })
  })
}

/** What is said of the columns that are not read. */
function unread(headings: readonly string[], rows: readonly GridRow[], sheet: Sheet, places: Places): readonly Note[] {
  const used = new Set(Object.values(places).flat())
  const isFilled = (place: number): boolean => rows.some(({ cells }) => trimmed(cells[place] ?? '') !== '')
  const others = headings.map((heading, place) => ({ heading, place })).filter(({ place }) => !used.has(place))
  const isDropped = (heading: string): boolean => sheet.drops?.test(heading) === true
  const dropped = others.filter(({ heading, place }) => isDropped(heading) && isFilled(place))
  const ignored = others.filter(({ heading }) => heading !== '' && !isDropped(heading))
  const unnamed = others.filter(({ heading, place }) => heading === '' && isFilled(place))
  const names = (columns: typeof others): string => columns.map(({ heading }) => `"${heading}"`).join(', ')
  return [
    ...(dropped.length === 0 ? [] : [fileNote(`Names, phones and e-mails of people were not kept: ${names(dropped)}`)]),
    ...(ignored.length === 0
      ? []
      : [fileNote(`Columns ignored, for this kind of file has none such: ${names(ignored)}`)]),
    ...(unnamed.length === 0
      ? []
      : [fileNote(`Columns without a heading were ignored: number ${listed(unnamed.map(({ place }) => place + 1))}`)]),
  ]
}

/** Rows with more cells than there are headings: most likely a separator within a text that is not quoted. */
function tooLong(headings: readonly string[], rows: readonly GridRow[]): readonly Problem[] {
  return rows
    .filter(({ cells }) => cells.slice(headings.length).some((cell) => trimmed(cell) !== ''))
    .map(({ row, cells }) =>
      problemOf('too-many-cells', `${cells.length} cells under ${headings.length} headings`, { row }),
    )
}

function readSheet(grid: Grid, headings: readonly string[], below: readonly GridRow[], sheet: Sheet): SheetFile {
  const places = placesOf(sheet.columns, headings)
  const reasons = new Map(below.map((row) => [row, leftoverOf(row)]))
  const rows = below.filter((row) => reasons.get(row) === null)
  const leftovers = below.filter((row) => reasons.get(row) !== null)
  const leftOut = leftovers.map((row) => ({ row: row.row, column: null, text: reasons.get(row) ?? '' }))
  return {
    sheet,
    places,
    rows,
    leftovers,
    notes: [...grid.notes, ...unread(headings, rows, sheet, places), ...leftOut],
    problems: [...doubled(headings, places), ...tooLong(headings, rows)],
  }
}

/** A file read and recognised, or why it cannot be. */
export function readFile(
  bytes: Uint8Array,
  kind?: SheetKind,
): SheetFile | { readonly problems: readonly Problem[]; readonly notes: readonly Note[] } {
  const grid = readCsv(bytes)
  if (grid.problems.length > 0) return { problems: grid.problems, notes: grid.notes }
  const head = grid.rows.findIndex((row) => !isBlank(row))
  const headings = (grid.rows[head]?.cells ?? []).map(trimmed)
  if (head < 0) return { problems: [problemOf('empty-file', '')], notes: grid.notes }
  const pupils = pupilColumns(headings)
  if (pupils.length > 0) return { problems: pupils, notes: grid.notes }
  const recognised = recogniseKind(headings, kind)
  if ('problems' in recognised) return { problems: recognised.problems, notes: grid.notes }
  return readSheet(grid, headings, grid.rows.slice(head + 1), recognised.sheet)
}
