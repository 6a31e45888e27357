import { listed, type Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import type { AnyGrid, CellFault, GridRow } from '../readers/grid.ts'
import { readGrids } from '../readers/grids.ts'
import type { Candidate, Problems } from '../readers/head.ts'
import { readTabs, type Tabs } from '../readers/tabs.ts'
import type { Beside } from '../mapping/beside.ts'
import { findFit, type Fitted } from '../mapping/find-fit.ts'
import { fitNotes, headingsUnder, ownHeadings, type OwnHeadings } from '../mapping/fit-words.ts'
import type { Fit } from '../mapping/fit.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { RememberedMapping } from '../mapping/remember.ts'
import { shapeOf } from '../mapping/shape.ts'
import { through } from '../mapping/through.ts'
import type { Places } from '../recognise/column.ts'
import { foldHeading } from '../recognise/heading.ts'
import { leftoverOf, leftoversIn } from '../recognise/leftover.ts'
import { trimmed } from '../recognise/reading.ts'
import { rowsAt } from '../readers/packed-rows.ts'
import type { Rows } from '../readers/rows.ts'
import { refusing } from '../sheets/refusing.ts'
import type { Sheet } from '../sheets/sheet.ts'

/** A file, or a tab of one, whose kind is known and whose rows can be read one by one. */
export interface SheetFile {
  readonly tab: string | null
  readonly sheet: Sheet
  readonly places: Places
  /** What files with the same headings have alike. */
  readonly shape: string
  /** The mapping it is read through, told or remembered; null where its headings say all. */
  readonly mapping: Mapping | RememberedMapping | null
  /** What the file calls its columns, by their standard headings, where it calls them otherwise. */
  readonly called: OwnHeadings
  readonly rows: Rows<GridRow>
  /** How many headings there are, if only blank ones. */
  readonly width: number
  /** Whether the sheet reads the cells just as they stand: no ticks, no words of the file's own, no cell unreadable. */
  readonly isPlain: boolean
  /** Rows that are none of the sheet's: blank, totals, remarks. */
  readonly leftovers: Rows<GridRow>
  readonly notes: Iterable<Note>
  readonly problems: readonly Problem[]
}

const fileNote = (text: string): Note => ({ row: null, column: null, text })

const isBlank = ({ cells }: GridRow): boolean => cells.every((cell) => trimmed(cell) === '')

/** Headings that two columns share, where they matter and no person said which is meant. */
function doubled(headings: readonly string[], fit: Fit): readonly Problem[] {
  const folded = headings.map(foldHeading)
  const used = [...headingsUnder(fit).keys()].filter((place) => !fit.told.has(place))
  const twice = used.filter((place) => folded.indexOf(folded[place] ?? '', place + 1) >= 0)
  return [...new Set(twice)].map((place) => {
    const column = headings[place] ?? ''
    return problemOf('duplicate-column', column, { column })
  })
}

/** The sheet that reads, and the places of the columns that it reads. */
interface Reading {
  readonly sheet: Sheet
  readonly used: ReadonlyMap<number, string>
}

/** What is said of the columns that are not read. */
function unread(headings: readonly string[], rows: Rows<GridRow>, { sheet, used }: Reading): readonly Note[] {
  const isFilled = (place: number): boolean =>
    Iterator.from(rows).some(({ cells }) => trimmed(cells[place] ?? '') !== '')
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

/** The sheet, but rows with more cells than headings say so: most likely a separator in a text that is not quoted. */
const withWidth = (sheet: Sheet, width: number): Sheet => ({
  ...sheet,
  read: (gridRow, places, known) => {
    const answer = sheet.read(gridRow, places, known)
    const { row, cells } = gridRow
    if (cells.length <= width || cells.slice(width).every((cell) => trimmed(cell) === '')) return answer
    const found = `${cells.length} cells under ${width} headings`
    return { ...answer, problems: [problemOf('too-many-cells', found, { row }), ...answer.problems] }
  },
})

/** The sheet, but rows with a cell that holds nothing readable have that as their problem, and state nothing. */
function withFaults(sheet: Sheet, faults: readonly CellFault[], under: ReadonlyMap<number, string>): Sheet {
  if (faults.length === 0) return sheet
  const byRow = Map.groupBy(
    faults.filter(({ place }) => under.has(place)),
    ({ row }) => row,
  )
  const problemsOf = (row: number): readonly Problem[] =>
    (byRow.get(row) ?? []).map(({ place, found, accepted }) =>
      problemOf('missing-value', found, { row, column: under.get(place) ?? null, accepted }),
    )
  return {
    ...sheet,
    read: (row, places, known) => refusing(sheet.read(row, places, known), problemsOf(row.row)),
  }
}

/** The places, among all rows of a grid, of the rows below the headings: those of the sheet, and those left out. */
function partedBelow(rows: Rows<GridRow>, { last, headings }: Candidate) {
  const below = Math.max(rows.length - last - 1, 0)
  const [kept, left] = [new Uint32Array(below), new Uint32Array(below)]
  const isLeftover = leftoversIn(rows, headings)
  let [keptCount, leftCount] = [0, 0]
  for (let place = last + 1; place < rows.length; place++)
    if (isLeftover(place)) left[leftCount++] = place
    else kept[keptCount++] = place
  return { rows: rowsAt(rows, kept.slice(0, keptCount)), left: rowsAt(rows, left.slice(0, leftCount)) }
}

function readSheet(grid: AnyGrid, found: Fitted): SheetFile {
  const { head, fit, mapping } = found
  const { first, last, headings: told } = head
  const below = Iterator.from(grid.rows).drop(last + 1)
  const under = headingsUnder(fit)
  const widest = grid.sheet === null ? 0 : below.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const width = Math.max(widest, ...[...under.keys()].map((place) => place + 1))
  const headings = [...told, ...Array.from({ length: Math.max(width - told.length, 0) }, () => '')]
  const { sheet, places, isPlain } = through(fit, headings)
  const titles = Iterator.from(grid.rows)
    .take(first)
    .filter((row) => !isBlank(row))
    .toArray()
  const { rows, left } = partedBelow(grid.rows, head)
  const remarks = grid.remarks
    .filter(({ row, place }) => under.has(place) && row > (grid.rows.at(last)?.row ?? 0))
    .map(({ row, place, text }) => ({ row, column: under.get(place) ?? null, text }))
  function* notes(): Generator<Note> {
    yield* grid.notes
    yield* titles.map(({ row }) => ({ row, column: null, text: 'left out: above the headings' }))
    yield* fitNotes(found).map(fileNote)
    yield* unread(headings, rows, { sheet, used: under })
    for (const row of left) yield { row: row.row, column: null, text: leftoverOf(row, told) ?? '' }
    yield* remarks
  }
  return {
    tab: grid.sheet,
    sheet: withWidth(withFaults(sheet, grid.faults, under), headings.length),
    places,
    shape: shapeOf(told),
    mapping,
    called: ownHeadings(fit, headings),
    rows,
    width: headings.length,
    isPlain: isPlain && grid.faults.length === 0,
    leftovers: titles.length === 0 ? left : [...titles, ...left],
    notes: Array.isArray(grid.rows) ? [...notes()] : { [Symbol.iterator]: notes },
    problems: [...grid.problems, ...doubled(headings, fit)],
  }
}

/** A sheet recognised by its headings or through a mapping, or why it is not. */
function readGrid(grid: AnyGrid, beside: Beside): SheetFile | Problems {
  const found = findFit(grid, beside)
  return 'problems' in found ? { problems: [...grid.problems, ...found.problems] } : readSheet(grid, found)
}

/**
 * The tabs of a workbook that have the headings of a sheet or are read through a mapping, or the one sheet of a CSV
 * file; or why there is none.
 */
export async function readFiles(bytes: Uint8Array, beside: Beside = {}): Promise<Tabs<SheetFile>> {
  const read = readTabs(await readGrids(bytes), (grid) => readGrid(grid, beside))
  const { mappings = [] } = beside
  const isUsed = mappings.length === 0 || mappings.some((mapping) => read.tabs.some((tab) => tab.mapping === mapping))
  const isRefused = read.tabs.length === 0 && read.problems.length > 0 && read.problems[0]?.code !== 'unknown-kind'
  return isUsed || isRefused ? read : { ...read, tabs: [], problems: mappings.map(unfitMapping) }
}

const unfitMapping = ({ columns }: Mapping): Problem =>
  problemOf(
    'unfit-mapping',
    `a mapping of ${listed(columns.flatMap(({ heading, means }) => (means === null ? [] : [`"${heading}"`])))}`,
  )
