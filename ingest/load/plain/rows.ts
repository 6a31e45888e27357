import { dayNumber, type Day } from '../../../analytics/framework/day.ts'
import { closedStatus } from '../../../analytics/framework/establishment.ts'
import type { Level } from '../../../analytics/framework/level.ts'
import { strands, type Strand } from '../../../analytics/framework/strand.ts'
import { isPacked } from '../../readers/packed-rows.ts'
import type { Column, Columns, Places } from '../../recognise/column.ts'
import { trimmed } from '../../recognise/reading.ts'
import { checkFramework } from '../../sheets/audit-facts.ts'
import type { Sheet } from '../../sheets/sheet.ts'
import type { Known } from '../../sheets/known.ts'
import { longAgo } from '../../sheets/meeting.ts'
import type { SheetFile } from '../read.ts'
import { plainCells, unusual } from './cells.ts'

/** The cells of the rows of a long audit sheet, of which `isPlain` says whether there is nothing to say. */
export interface PlainRows {
  readonly isPlain: (at: number) => boolean
  readonly urnAt: (at: number) => number
  readonly heldOnAt: (at: number) => Day
  /** The day as a number, from 1970 on. */
  readonly dayAt: (at: number) => number
  /** The strand by its place in the audit tool, from 0. */
  readonly strandAt: (at: number) => number
  readonly levelAt: (at: number) => Level | null
  /** Undefined where the file has no such column. */
  readonly adviserAt: (at: number) => string | null | undefined
  readonly frameworkAt: (at: number) => string | null | undefined
  readonly rowAt: (at: number) => number
}

const places = ['town', 'postcode', 'district']

/** A column read as another reads it, and then as the number of what it says. */
const asNumber = (column: Column, numberOf: (value: string) => number): Column => ({
  ...column,
  read: (text) => {
    const reading = column.read(text)
    return 'value' in reading ? { ...reading, value: numberOf(String(reading.value)) } : reading
  },
})

/** Days and strands as numbers, made once for each text: rows are put in order by them. */
const asNumbers = ({ columns }: Sheet): Columns => ({
  'heldOn as number': asNumber(columns['heldOn']!, dayNumber),
  'strand as number': asNumber(columns['strand']!, (strand) => strands.indexOf(strand as Strand)),
})

const samePlaces = ({ places }: SheetFile): Places => ({
  'heldOn as number': places['heldOn'] ?? [],
  'strand as number': places['strand'] ?? [],
})

/**
 * The rows of an audits file in the long layout, read column by column; null for any other file, and for one that is
 * read through ticks or words of its own. A row is plain where it names a school of the area by a URN that was open,
 * and nothing in it needs a word: what is to be said of any other row, reading it by itself says.
 */
export function plainRows(file: SheetFile, known: Known): PlainRows | null {
  const { schools, area, today } = known
  const { rows, sheet, width } = file
  if (!file.isPlain || !isPacked(rows) || sheet.kind !== 'audits' || sheet.layout !== 'long') return null
  const cells = plainCells(rows, { ...sheet.columns, ...asNumbers(sheet) }, { ...file.places, ...samePlaces(file) })
  // A cell with line breaks may have taken in other rows.
  if (cells === null || file.problems.length > 0 || rows.texts.some((text) => text.includes('\n'))) return null
  const readers = [...cells.values()]
  const read = (key: string) => cells.get(key) ?? (() => undefined)
  const [urn, name, heldOn] = [read('urn'), read('school'), read('heldOn')]
  const [level, adviser, framework] = [read('level'), read('adviser'), read('framework')]
  const placed = places.map(read)

  const [day, place] = [cells.get('heldOn as number')!, cells.get('strand as number')!]
  const isWithin = (at: number): boolean => {
    for (let place = width; place < rows.widthAt(at); place++)
      if (trimmed(rows.texts[rows.textAt(at, place)]!) !== '') return false
    return true
  }
  const isAtSchool = (at: number, day: Day): boolean => {
    const school = schools.byUrn.get(urn(at) as number)
    if (school === undefined || !area.has(school.la)) return false
    if (school.status === closedStatus && school.closeOn !== null && day > school.closeOn) return false
    const called = name(at)
    return called == null || (called === school.name && placed.every((cell) => cell(at) == null))
  }
  const isInUse = (at: number, day: Day): boolean => {
    const told = framework(at) as string | null | undefined
    if (told == null) return true
    const { problems, notes } = checkFramework({ framework: told }, day, known)
    return problems.length === 0 && notes.length === 0
  }
  return {
    isPlain: (at) => {
      for (const cell of readers) if (cell(at) === unusual) return false
      const on = heldOn(at) as Day
      return urn(at) != null && on >= longAgo && on <= today && isWithin(at) && isAtSchool(at, on) && isInUse(at, on)
    },
    urnAt: (at) => urn(at) as number,
    heldOnAt: (at) => heldOn(at) as Day,
    dayAt: (at) => day(at) as number,
    strandAt: (at) => place(at) as number,
    levelAt: (at) => level(at) as Level | null,
    adviserAt: (at) => adviser(at) as string | null | undefined,
    frameworkAt: (at) => framework(at) as string | null | undefined,
    rowAt: rows.rowAt,
  }
}
