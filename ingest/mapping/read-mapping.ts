import { Check, Errors } from 'typebox/value'
import { parseAcademicYear } from '../../analytics/framework/academic-year.ts'
import { listed } from '../note.ts'
import { namesOf } from '../recognise/column.ts'
import { foldHeading } from '../recognise/heading.ts'
import { wordsOf } from '../recognise/reading.ts'
import { sheets } from '../sheets/index.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { Mapping, type MappedColumn } from './mapping.ts'

/** A mapping that can be used, or in plain words why a value is none. */
export type MappingRead = { readonly mapping: Mapping; readonly sheet: Sheet } | { readonly wrong: readonly string[] }

/** The key of the column of a sheet that a standard heading names; undefined where it has none such. */
export const keyOf = ({ columns }: Sheet, means: string): string | undefined =>
  Object.keys(columns).find((key) => columns[key] !== undefined && namesOf(columns[key]).includes(foldHeading(means)))

const meantBy = ({ columns }: Mapping): readonly string[] => columns.flatMap(({ means }) => means ?? [])

/** Of the layouts of a kind the first of those that have most of the columns that are meant. */
function sheetFor(mapping: Mapping, layouts: readonly Sheet[]): Sheet | undefined {
  const count = (sheet: Sheet): number => meantBy(mapping).filter((means) => keyOf(sheet, means) !== undefined).length
  return layouts.toSorted((a, b) => count(b) - count(a))[0]
}

function wrongForm(value: unknown): readonly string[] {
  const errors = Errors(Mapping, value)
  return errors.slice(0, 10).map(({ instancePath, message }) => {
    const place = instancePath
      .split('/')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? `number ${Number(part) + 1}` : part))
    return [...place, message].join(' ')
  })
}

function wrongColumn({ heading, number, means, ticked }: MappedColumn, sheet: Sheet): readonly string[] {
  const name = heading === '' ? `column ${number ?? '?'}` : `"${heading}"`
  if (heading === '' && number === undefined) return ['a column without a heading needs its number']
  if (means === null) return []
  const column = sheet.columns[keyOf(sheet, means) ?? '']
  if (column === undefined) {
    const headings = Object.values(sheet.columns).map((each) => each.heading)
    return [`${name} means "${means}", which ${sheet.kind} have not; they have ${headings.join(', ')}`]
  }
  if (ticked === undefined) return []
  const words = [...new Set(column.read.words?.values())]
  if (!column.isTicked) return [`${name} is ticked, but ${column.heading} is not told by ticks`]
  return words.includes(ticked) ? [] : [`${name} is ticked for "${ticked}"; use ${listed(words)}`]
}

/** Whether a word is one of those that some column of the sheet reads. */
const isWord = ({ columns }: Sheet, word: string): boolean =>
  Object.values(columns).some(({ read }) => wordsOf(read).includes(word))

/** A draft leaves blank what a person must say. */
const wrongWord = (found: string, means: string, { kind, columns }: Sheet): string =>
  means === ''
    ? `say what "${found}" stands for: one of ${listed([...new Set(Object.values(columns).flatMap(({ read }) => wordsOf(read)))])}`
    : `"${found}" stands for "${means}", which no column of ${kind} knows`

function wrongWords({ values, year, headingRows }: Mapping, sheet: Sheet): readonly string[] {
  const words = Object.entries(values ?? {}).filter(([, means]) => !isWord(sheet, means))
  const [first, last] = headingRows ?? [1, 1]
  return [
    ...words.map(([found, means]) => wrongWord(found, means, sheet)),
    ...(year === undefined || parseAcademicYear(year) !== null ? [] : [`the year "${year}" is none such as 2023/24`]),
    ...(last === first || last === first + 1
      ? []
      : ['the headings stand in one row, or in two that follow each other']),
  ]
}

/** Reads a mapping: its form, and that its kind has the columns and words that it speaks of. */
export function readMapping(value: unknown): MappingRead {
  if (!Check(Mapping, value)) return { wrong: wrongForm(value) }
  const ofKind = sheets.filter(({ kind }) => kind === value.kind)
  const layouts = ofKind.filter(({ layout }) => value.layout === undefined || layout === value.layout)
  const sheet = sheetFor(value, layouts)
  if (sheet === undefined) {
    const names = ofKind.flatMap(({ layout }) => layout ?? [])
    return { wrong: [`${value.kind} have no layout "${value.layout}"; they have ${listed(names) || 'one only'}`] }
  }
  const wrong = [...value.columns.flatMap((column) => wrongColumn(column, sheet)), ...wrongWords(value, sheet)]
  return wrong.length > 0 ? { wrong } : { mapping: value, sheet }
}

/** The mappings of a mapping file, which holds one or a list of them; or in plain words why it cannot be used. */
export function parseMappings(
  text: string,
): { readonly mappings: readonly Mapping[] } | { readonly wrong: readonly string[] } {
  const values = parsed(text)
  if (values === null) return { wrong: ['it is not JSON'] }
  const read = values.map(readMapping)
  const wrong = read.flatMap((each) => ('wrong' in each ? each.wrong : []))
  return wrong.length > 0 ? { wrong } : { mappings: read.flatMap((each) => ('mapping' in each ? [each.mapping] : [])) }
}

function parsed(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    return null
  }
}
