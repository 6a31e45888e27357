import type { AcademicYear } from '../../analytics/framework/academic-year.ts'
import { placesOf, type Places } from '../recognise/column.ts'
import { foldHeading } from '../recognise/heading.ts'
import { yearKey } from '../recognise/kind.ts'
import { trimmed } from '../recognise/reading.ts'
import { ticksOf, type Ticks } from '../recognise/tick.ts'
import type { Sheet } from '../sheets/sheet.ts'
import type { MappedColumn, Mapping } from './mapping.ts'
import { keyOf, readMapping } from './read-mapping.ts'

/** How the columns of one tab say what a sheet asks for. */
export interface Fit {
  readonly sheet: Sheet
  readonly places: Places
  readonly ticks: Ticks
  /** What words of the file stand for, by `wordKey`. */
  readonly values: ReadonlyMap<string, string>
  /** The places of the columns of which a person said what they mean. */
  readonly told: ReadonlySet<number>
  /** The academic year of the tab, where it is told beside its rows. */
  readonly year: AcademicYear | null
}

/** A word of a file without the space around it and its case. */
export const wordKey = (text: string): string => trimmed(text).toLowerCase()

/** The fit of a sheet that headings show by themselves. */
export const fitOf = (sheet: Sheet, headings: readonly string[], year: AcademicYear | null): Fit => ({
  sheet,
  places: placesOf(sheet.columns, headings),
  ticks: ticksOf(sheet.columns, headings),
  values: new Map(),
  told: new Set(),
  year,
})

/** The headings of the columns that a fit lacks for its sheet to be read. */
export function lackingOf({ sheet, places, ticks, year }: Fit): readonly string[] {
  const isThere = (key: string): boolean =>
    (places[key] ?? []).length > 0 || ticks[key] !== undefined || (key === yearKey(sheet) && year !== null)
  const missing = Object.entries(sheet.columns).filter(([key, { need }]) => need !== 'optional' && !isThere(key))
  const ways = sheet.oneOf.map((key) => sheet.columns[key]?.heading ?? key)
  const school = ways.length === 0 || sheet.oneOf.some(isThere) ? [] : [ways.join(' or ')]
  return [...school, ...missing.map(([, { heading }]) => heading)]
}

/** Where a mapped column stands: where its heading is, and its number if that is told; null for nowhere or unsure. */
export function placeIn(headings: readonly string[], { heading, number }: MappedColumn): number | null {
  const folded = foldHeading(heading)
  const places = [...headings.keys()].filter((place) => foldHeading(headings[place] ?? '') === folded)
  if (number === undefined) return places.length === 1 ? (places[0] ?? null) : null
  const isThere = foldHeading(headings[number - 1] ?? '') === folded
  return isThere ? number - 1 : null
}

/**
 * The fit that a mapping gives headings: its columns as it says, and those that it does not speak of by themselves.
 * Null where the mapping is none of today's sheets.
 */
export function mappedFit(mapping: Mapping, headings: readonly string[], year: AcademicYear | null): Fit | null {
  const read = readMapping(mapping)
  if ('wrong' in read) return null
  const { sheet } = read
  const found = mapping.columns.flatMap((column) => {
    const place = placeIn(headings, column)
    const key = column.means === null ? null : (keyOf(sheet, column.means) ?? null)
    return place === null ? [] : [{ place, key, word: column.ticked ?? null }]
  })
  const told = Map.groupBy(found, ({ key }) => key)
  const spoken = new Set(found.map(({ place }) => place))
  const others = headings.map((heading, place) => (spoken.has(place) ? '' : heading))
  const itself = fitOf(sheet, others, year)
  const keys = Object.keys(sheet.columns)
  return {
    sheet,
    places: Object.fromEntries(
      keys.map((key) => {
        const mapped = told.get(key)
        const plain = (mapped ?? []).flatMap(({ place, word }) => (word === null ? [place] : []))
        return [key, mapped === undefined ? (itself.places[key] ?? []) : plain]
      }),
    ),
    ticks: Object.fromEntries(
      keys.flatMap((key) => {
        const mapped = told.get(key)
        const ticks = (mapped ?? []).flatMap(({ place, word }) => (word === null ? [] : [{ place, word }]))
        const stand = mapped === undefined ? (itself.ticks[key] ?? []) : ticks
        return stand.length === 0 ? [] : [[key, stand]]
      }),
    ),
    values: new Map(Object.entries(mapping.values ?? {}).map(([word, means]) => [wordKey(word), means])),
    told: new Set(found.flatMap(({ place, key }) => (key === null ? [] : [place]))),
    year,
  }
}
