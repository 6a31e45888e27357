import { isBlank, trimmed } from '../recognise/reading.ts'
import type { GridRow } from '../readers/grid.ts'
import { isPacked } from '../readers/packed-rows.ts'
import type { Known } from '../sheets/known.ts'
import type { SheetFile } from './read.ts'

/** A row of a tab, and where among the tab's rows it stands. */
export interface PartRow {
  readonly file: SheetFile
  readonly at: number
  readonly row: GridRow
}

/**
 * Rows that are judged together, by their numbers among all rows of the kind, in their order; and the URNs of the
 * schools they are about: null for any and all.
 */
export interface Part {
  readonly numbers: Uint32Array
  readonly urns: readonly number[] | null
  readonly rowAt: (number: number) => PartRow
  /** The school of a row by the URN that speaks for it; -1 where it has none, and in rows that are not about schools. */
  readonly schoolAt: (number: number) => number
}

/** How many rows a part has at least: enough to fill statements, and few enough to be forgotten young. */
const usualSize = 2000

/** Schools looked up are remembered up to so many ways of naming them. */
const remembered = 100_000

const noSchool = -1

/** What a row says of its school; the day as well, unless the URN alone names it. */
function namingOf({ sheet, places }: SheetFile, { cells }: GridRow): string {
  const textsOf = (key: string): string => (places[key] ?? []).map((place) => cells[place] ?? '').join('\n')
  const [urn = '', ...others] = sheet.parting?.naming.map(textsOf) ?? []
  const isUrnAlone = others.every((text) => text === '') && !isBlank(trimmed(urn))
  return isUrnAlone ? urn : [urn, ...others, textsOf(sheet.parting?.day ?? '')].join('\t')
}

/** The number of the text that names the school of the row at a place by its URN alone; -1 where more is said. */
function urnTexts({ sheet, places, rows }: SheetFile): (at: number) => number {
  if (!isPacked(rows) || sheet.parting === null) return () => -1
  const [urns = [], ...others] = sheet.parting.naming.map((key) => places[key] ?? [])
  const [urn, ...rest] = [...urns, ...others.flat()]
  if (urns.length === 0 || urn === undefined) return () => -1
  const isSilent = Uint8Array.from(rows.texts, (text) => Number(isBlank(trimmed(text))))
  const { textAt } = rows
  return (at) => {
    const text = textAt(at, urn)
    if (text < 0 || isSilent[text] === 1) return -1
    for (const place of rest) if (isSilent[textAt(at, place)] === 0) return -1
    return text
  }
}

/** Finds the school of each row of a tab, looking up each naming once. */
function schoolFinder(file: SheetFile, known: Known): (at: number) => number {
  const { rows, places, sheet } = file
  const found = new Map<string | number, number>()
  const urnTextAt = urnTexts(file)
  return (at) => {
    const urnText = urnTextAt(at)
    const naming = urnText === -1 ? namingOf(file, rows.at(at)!) : urnText
    const before = found.get(naming)
    if (before !== undefined) return before
    const school = sheet.parting?.schoolOf(rows.at(at)!, places, known) ?? noSchool
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
    yield { numbers: Uint32Array.from({ length: count }, (_, number) => number), urns: null, rowAt, schoolAt: () => -1 }
    return
  }
  const schools = new Int32Array(count)
  const rowsOf = new Map<number, number>()
  let number = 0
  for (const file of files) {
    const schoolOf = schoolFinder(file, known)
    for (let at = 0; at < file.rows.length; at++, number++) {
      const school = schoolOf(at)
      schools[number] = school
      if (school !== noSchool) rowsOf.set(school, (rowsOf.get(school) ?? 0) + 1)
    }
  }
  const { partOf, count: parts } = partOfSchools(rowsOf, size)
  const schoolAt = (number: number): number => schools[number]!
  for (const numbers of inParts(schools, (school) => partOf.get(school) ?? parts, { parts, size })) {
    const meant = new Set(Array.from(numbers, schoolAt).filter((school) => school !== noSchool))
    yield { numbers, urns: [...meant].flatMap((school) => known.schools.urnsOf(school)), rowAt, schoolAt }
  }
}

interface Parting {
  readonly parts: number
  readonly size: number
}

/** Those of each part in turn, in the order of the file; then those without a school, so many at a time. */
function* inParts(
  schools: Int32Array,
  partOf: (school: number) => number,
  { parts, size }: Parting,
): Generator<Uint32Array> {
  const ends = new Uint32Array(parts + 1)
  let [last, part] = [Number.NaN, 0]
  // The rows of an audit mostly follow each other, and its school is looked up once.
  const partAt = (number: number): number => {
    if (schools[number] !== last) part = partOf((last = schools[number]!))
    return part
  }
  for (let number = 0; number < schools.length; number++) ends[partAt(number)]! += 1
  for (let at = 1; at <= parts; at++) ends[at]! += ends[at - 1]!
  const order = new Uint32Array(schools.length)
  const next = Uint32Array.of(0, ...ends.subarray(0, parts))
  for (let number = 0; number < schools.length; number++) order[next[partAt(number)]!++] = number
  for (let from = 0, at = 0; from < order.length; at++) {
    const to = at < parts ? ends[at]! : Math.min(from + size, order.length)
    if (to > from) yield order.subarray(from, to)
    from = to
  }
}
