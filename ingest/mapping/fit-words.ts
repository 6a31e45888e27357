import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { listed } from '../note.ts'
import { namesOf } from '../recognise/column.ts'
import { foldHeading } from '../recognise/heading.ts'
import { yearKey } from '../recognise/kind.ts'
import type { Fit } from './fit.ts'
import type { Fitted } from './find-fit.ts'

/** What a file calls columns, by their standard headings. */
export type OwnHeadings = ReadonlyMap<string, string>

/** The standard heading that each column which is read stands under, by its place. */
export function headingsUnder({ sheet, places, ticks }: Fit): ReadonlyMap<number, string> {
  const headingOf = (key: string): string => sheet.columns[key]?.heading ?? key
  return new Map([
    ...Object.entries(places).flatMap(([key, at]) => at.map((place) => [place, headingOf(key)] as const)),
    ...Object.entries(ticks).flatMap(([key, group]) => group.map(({ place }) => [place, headingOf(key)] as const)),
  ])
}

/** The headings of the file for the columns that it calls otherwise than the standard sheets do. */
export function ownHeadings({ sheet, places }: Fit, headings: readonly string[]): OwnHeadings {
  const found = Object.entries(places).flatMap(([key, at]) => {
    const standard = sheet.columns[key]?.heading ?? key
    const own = at.map((place) => headings[place] || `column ${place + 1}`)
    const isStandard = own.some((heading) => foldHeading(heading) === foldHeading(standard))
    return own[0] === undefined || isStandard ? [] : [[standard, own[0]] as const]
  })
  return new Map(found)
}

/** Headings that were not taken as a whole, for the last part alone is one. */
function partly({ sheet, places, told }: Fit, headings: readonly string[]): readonly string[] {
  return Object.entries(places).flatMap(([key, at]) => {
    const column = sheet.columns[key]
    const names = column === undefined ? [] : namesOf(column)
    return at.flatMap((place) => {
      const heading = headings[place] ?? ''
      return told.has(place) || names.includes(foldHeading(heading)) ? [] : [`"${heading}" as ${column?.heading}`]
    })
  })
}

function yearNote({ fit: { sheet, places, year }, yearFrom }: Fitted): readonly string[] {
  const key = yearKey(sheet)
  const isAsked = key !== null && (places[key] ?? []).length === 0
  if (year === null || yearFrom === 'told' || !(isAsked || sheet.year === 'beside')) return []
  const from = yearFrom === 'tab' ? 'the name of the worksheet' : 'the mapping'
  return [`The academic year ${academicYearText(year)} was taken from ${from}`]
}

function mappingNote({ mapping }: Fitted): readonly string[] {
  if (mapping === null) return []
  return 'shape' in mapping
    ? [`Read through the remembered mapping "${mapping.name}"`]
    : [`Read through the mapping given${mapping.name === undefined ? '' : `, "${mapping.name}"`}`]
}

/** What is said of how the columns of a tab were understood. */
export function fitNotes(fitted: Fitted): readonly string[] {
  const { head, fit } = fitted
  const [first, last] = head.rows
  const parts = partly(fit, head.headings)
  const ticked = Object.keys(fit.ticks).map((key) => fit.sheet.columns[key]?.heading ?? key)
  const words = [...fit.values].map(([word, means]) => `"${word}" as ${means}`)
  return [
    ...mappingNote(fitted),
    ...(first === last ? [] : [`The headings stand in rows ${first} and ${last}, which were read together`]),
    ...(parts.length === 0 ? [] : [`Headings were read by their last part: ${listed(parts)}`]),
    ...(ticked.length === 0 ? [] : [`Read from ticks, one column a word: ${listed(ticked)}`]),
    ...(words.length === 0 ? [] : [`Words were read as the mapping says: ${listed(words)}`]),
    ...yearNote(fitted),
  ]
}
