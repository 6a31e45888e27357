import { isBlank, trimmed } from '../recognise/reading.ts'
import type { GridRow } from '../readers/grid.ts'
import type { Known } from '../sheets/known.ts'
import type { SheetFile } from './read.ts'

/** A row of a tab, and where among the tab's rows it stands. */
export interface PartRow {
  readonly file: SheetFile
  readonly at: number
  readonly row: GridRow
}

/** Rows that are judged together, in their order, and the URNs of the schools they are about: null for any and all. */
export interface Part {
  readonly rows: readonly PartRow[]
  readonly urns: readonly number[] | null
}

/** How many rows a part has at least: enough to fill statements, and few enough to be forgotten young. */
const usualSize = 1000

/** Schools looked up are remembered up to so many ways of naming them. */
const remembered = 100_000

const noSchool = -1

/** What a row says of its school; the day as well, unless the URN alone names it. */
function namingOf({ file: { sheet, places }, row: { cells } }: PartRow): string {
  const textsOf = (key: string): string => (places[key] ?? []).map((place) => cells[place] ?? '').join('\n')
  const [urn = '', ...others] = sheet.parting?.naming.map(textsOf) ?? []
  const isUrnAlone = others.every((text) => text === '') && !isBlank(trimmed(urn))
  return isUrnAlone ? urn : [urn, ...others, textsOf(sheet.parting?.day ?? '')].join('\t')
}

/** Finds the school of each row, looking up each naming of a tab once. */
function schoolFinder(known: Known): (row: PartRow) => number {
  let [of, found] = [null as SheetFile | null, new Map<string, number>()]
  return (row) => {
    if (row.file !== of) [of, found] = [row.file, new Map()]
    const naming = namingOf(row)
    const before = found.get(naming)
    if (before !== undefined) return before
    const { sheet, places } = row.file
    const school = sheet.parting?.schoolOf(row.row, places, known) ?? noSchool
    if (found.size >= remembered) found.clear()
    found.set(naming, school)
    return school
  }
}

/** The number of the part that each school is in: its neighbours by URN with it, so that what is written lies together. */
function partOfSchools(rowsOf: ReadonlyMap<number, number>, size: number) {
  const partOf = new Map<number, number>()
  let [part, rows] = [0, 0]
  for (const school of [...rowsOf.keys()].toSorted((a, b) => a - b)) {
    if (rows >= size) [part, rows] = [part + 1, 0]
    partOf.set(school, part)
    rows += rowsOf.get(school) ?? 0
  }
  return { partOf, count: part + 1 }
}

/** The rows of tabs of one kind, numbered through. */
function numbered(files: readonly SheetFile[]) {
  const starts = files.map((_, index) => files.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0))
  const count = files.reduce((sum, { rows }) => sum + rows.length, 0)
  const rowAt = (number: number): PartRow => {
    const index = starts.findLastIndex((start) => start <= number)
    const file = files[index]!
    const at = number - starts[index]!
    return { file, at, row: file.rows.at(at)! }
  }
  return { count, rowAt }
}

/**
 * The rows of tabs of one kind in parts that can be judged one after the other: all rows of a school are in one part,
 * and what is said of one school never bears on another. Rows that are not about schools are one part. So a million
 * rows need no more memory than some thousand, whatever their order in the file.
 */
export function* partsOf(files: readonly SheetFile[], known: Known, size = usualSize): Generator<Part> {
  const { count, rowAt } = numbered(files)
  if (files.some(({ sheet }) => sheet.parting === null)) {
    yield { rows: Array.from({ length: count }, (_, number) => rowAt(number)), urns: null }
    return
  }
  const schoolOf = schoolFinder(known)
  const schools = new Int32Array(count)
  const rowsOf = new Map<number, number>()
  for (let number = 0; number < count; number++) {
    const school = schoolOf(rowAt(number))
    schools[number] = school
    if (school !== noSchool) rowsOf.set(school, (rowsOf.get(school) ?? 0) + 1)
  }
  const { partOf, count: parts } = partOfSchools(rowsOf, size)
  yield* inParts(schools, (school) => partOf.get(school) ?? parts, { parts, size, rowAt, known })
}

interface Parting {
  readonly parts: number
  readonly size: number
  readonly rowAt: (number: number) => PartRow
  readonly known: Known
}

/** Those of each part in turn, in the order of the file; then those without a school, so many at a time. */
function* inParts(
  schools: Int32Array,
  partOf: (school: number) => number,
  { parts, size, rowAt, known }: Parting,
): Generator<Part> {
  const ends = new Uint32Array(parts + 1)
  for (const school of schools) ends[partOf(school)]! += 1
  for (let part = 1; part <= parts; part++) ends[part]! += ends[part - 1]!
  const order = new Uint32Array(schools.length)
  const next = Uint32Array.of(0, ...ends.subarray(0, parts))
  schools.forEach((school, number) => {
    order[next[partOf(school)]!++] = number
  })
  for (let from = 0, part = 0; from < order.length;) {
    const to = part < parts ? ends[part]! : Math.min(from + size, order.length)
    const numbers = order.subarray(from, to)
    const meant = new Set(Array.from(numbers, (number) => schools[number]!).filter((school) => school !== noSchool))
    if (to > from)
      yield { rows: Array.from(numbers, rowAt), urns: [...meant].flatMap((school) => known.schools.urnsOf(school)) }
    from = to
    part += 1
  }
}
