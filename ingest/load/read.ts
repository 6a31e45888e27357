import { listed, type Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import type { CellFault, Grid, GridRow } from '../readers/grid.ts'
import { readGrids } from '../readers/grids.ts'
import { findHead, type Head, type Problems } from '../readers/head.ts'
import { readTabs, type Tabs } from '../readers/tabs.ts'
import { placesOf, type Places } from '../recognise/column.ts'
import { foldHeading } from '../recognise/heading.ts'
import { leftoverOf } from '../recognise/leftover.ts'
import { pupilColumns, pupilNumbers } from '../recognise/pupil-columns.ts'
import { trimmed } from '../recognise/reading.ts'
import { recogniseKind } from '../sheets/index.ts'
import type { Sheet, SheetKind } from '../sheets/sheet.ts'

/** A file, or a tab of one, whose kind is known and whose rows can be read one by one. */
export interface SheetFile {
  readonly tab: string | null
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

/** The standard heading that each column which is read stands under, by its place. */
const standardHeadings = ({ columns }: Sheet, places: Places): ReadonlyMap<number, string> =>
  new Map(Object.entries(places).flatMap(([key, at]) => at.map((place) => [place, columns[key]?.heading ?? key])))

/** The sheet, but rows with a cell that holds nothing readable have that as their problem, and state nothing. */
function withFaults(sheet: Sheet, faults: readonly CellFault[], under: ReadonlyMap<number, string>): Sheet {
  const byRow = Map.groupBy(
    faults.filter(({ place }) => under.has(place)),
    ({ row }) => row,
  )
  return {
    ...sheet,
    read: (gridRow, places, known) => {
      const { row } = gridRow
      const answer = sheet.read(gridRow, places, known)
      const problems = (byRow.get(row) ?? []).map(({ place, found, accepted }) =>
        problemOf('missing-value', found, { row, column: under.get(place) ?? null, accepted }),
      )
      if (problems.length === 0) return answer
      const told = new Set(problems.map(({ column }) => column))
      return {
        ...answer,
        facts: [],
        problems: [...problems, ...answer.problems.filter((each) => !told.has(each.column))],
      }
    },
  }
}

function readSheet(grid: Grid, { head, headings: told }: Head<unknown>, sheet: Sheet): SheetFile {
  const below = grid.rows.slice(head + 1)
  const width = grid.sheet === null ? 0 : below.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const headings = [...told, ...Array.from({ length: Math.max(width - told.length, 0) }, () => '')]
  const places = placesOf(sheet.columns, headings)
  const under = standardHeadings(sheet, places)
  const titles = grid.rows.slice(0, head).filter((row) => !isBlank(row))
  const reasons = new Map(below.map((row) => [row, leftoverOf(row)]))
  const rows = below.filter((row) => reasons.get(row) === null)
  const leftovers = below.filter((row) => reasons.get(row) !== null)
  const remarks = grid.remarks
    .filter(({ row, place }) => under.has(place) && row > (grid.rows[head]?.row ?? 0))
    .map(({ row, place, text }) => ({ row, column: under.get(place) ?? null, text }))
  return {
    tab: grid.sheet,
    sheet: withFaults(sheet, grid.faults, under),
    places,
    rows,
    leftovers: [...titles, ...leftovers],
    notes: [
      ...grid.notes,
      ...titles.map(({ row }) => ({ row, column: null, text: 'left out: above the headings' })),
      ...unread(headings, rows, sheet, places),
      ...leftovers.map((row) => ({ row: row.row, column: null, text: reasons.get(row) ?? '' })),
      ...remarks,
    ],
    problems: [...grid.problems, ...doubled(headings, places), ...tooLong(headings, rows)],
  }
}

/** A sheet recognised by its headings, or why it is not. */
function readGrid(grid: Grid, kind: SheetKind | undefined): SheetFile | Problems {
  const rows = Iterator.from(grid.rows).map(({ cells }) => cells.map(trimmed))
  const found = findHead(rows, (headings) => recogniseKind(headings, kind))
  if (found === undefined) return { problems: [...grid.problems, problemOf('empty-file', '')] }
  const pupils = grid.rows.slice(0, found.head + 1).flatMap(({ cells }) => pupilColumns(cells.map(trimmed)))
  if (pupils.length > 0) return { problems: pupils }
  const numbered = pupilNumbers(found.headings, grid.rows.slice(found.head + 1))
  if (numbered.length > 0) return { problems: numbered }
  const { recognised } = found
  return 'problems' in recognised
    ? { problems: [...grid.problems, ...recognised.problems] }
    : readSheet(grid, found, recognised.sheet)
}

/** The tabs of a workbook that have the headings of a sheet, or the one sheet of a CSV file; or why there is none. */
export async function readFiles(bytes: Uint8Array, kind?: SheetKind): Promise<Tabs<SheetFile>> {
  return readTabs(await readGrids(bytes), (grid) => readGrid(grid, kind))
}
