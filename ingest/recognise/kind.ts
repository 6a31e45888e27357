import { listed } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import { placesOf, type Columns, type Places } from './column.ts'
import { foldHeading } from './heading.ts'
import { nearestHeading } from './near-heading.ts'
import { ticksOf } from './tick.ts'

/** What tells one kind of sheet from another. */
export interface Recognisable<Kind extends string = string> {
  readonly kind: Kind
  /** What tells layouts of one kind apart; null where it has one only. */
  readonly layout: string | null
  readonly columns: Columns
  /** Columns of which a file needs one at least. */
  readonly oneOf: readonly string[]
  /** Headings that show a file to be of some other kind. */
  readonly never: readonly string[]
  /** Where its academic year stands: in a column, or told beside the file where that lacks one; or only beside it. */
  readonly year: 'column' | 'beside' | null
}

/** The column of a sheet that holds its academic year, where it has one. */
export const yearKey = ({ year }: Pick<Recognisable, 'year'>): string | null =>
  year === 'column' ? 'academicYear' : null

/** Whether at least half of the columns that have a heading are the sheet's own. */
function isMostly(places: Places, headings: readonly string[]): boolean {
  const used = new Set(Object.values(places).flat())
  return used.size * 2 >= headings.filter((heading) => heading !== '').length
}

/** The headings that a file lacks to be of this kind. */
function missingColumns(sheet: Recognisable, headings: readonly string[], isYearTold: boolean): readonly string[] {
  const places = placesOf(sheet.columns, headings)
  const ticks = ticksOf(sheet.columns, headings)
  const told = isYearTold && isMostly(places, headings) ? yearKey(sheet) : null
  const isThere = (key: string): boolean => (places[key] ?? []).length > 0 || ticks[key] !== undefined || key === told
  const missing = Object.entries(sheet.columns)
    .filter(([key, { need }]) => need !== 'optional' && !isThere(key))
    .map(([, { heading }]) => heading)
  const ways = sheet.oneOf.map((key) => sheet.columns[key]?.heading ?? key)
  return ways.length === 0 || sheet.oneOf.some(isThere) ? missing : [ways.join(' or '), ...missing]
}

/** How many columns of a file a sheet knows. */
const knownIn = ({ columns }: Recognisable, headings: readonly string[]): number =>
  new Set(Object.values(placesOf(columns, headings)).flat()).size

/** Whether headings show a file to be of some other kind. */
export function isOtherKind({ never }: Recognisable, headings: readonly string[]): boolean {
  const folded = new Set(headings.map(foldHeading))
  return never.some((heading) => folded.has(foldHeading(heading)))
}

/** A sheet with the headings that a file lacks to be one, and how many of its own the file has. */
interface Judged<S extends Recognisable> {
  readonly sheet: S
  readonly known: number
  readonly missing: readonly string[]
}

/** The sheet that explains most of a file; of those alike the one that lacks least. */
const mostKnown = <S extends Recognisable>(judged: readonly Judged<S>[]): Judged<S> | undefined =>
  judged.toSorted((a, b) => b.known - a.known || a.missing.length - b.missing.length)[0]

const fewestMissing = <S extends Recognisable>(judged: readonly Judged<S>[]): Judged<S> | undefined =>
  judged.toSorted((a, b) => a.missing.length - b.missing.length)[0]

/** How many columns a file of a kind needs. */
const neededBy = ({ columns, oneOf }: Recognisable): number =>
  Object.values(columns).filter(({ need }) => need !== 'optional').length + (oneOf.length === 0 ? 0 : 1)

/** What to do about a heading that is missing: add it, or say which column it is. */
function lacking({ sheet, missing }: Judged<Recognisable>, headings: readonly string[]): readonly Problem[] {
  return missing.map((column) => {
    const near = nearestHeading(column, headings)
    const hint = near === null ? '' : `, or say with --mapping that it is "${near}", which comes nearest`
    return problemOf('missing-column', '', { column, accepted: `add this column, which ${sheet.kind} need${hint}` })
  })
}

function noKind(nearest: Judged<Recognisable> | undefined, headings: readonly string[]): readonly Problem[] {
  const lacks = nearest === undefined ? '' : `; to be ${nearest.sheet.kind} it lacks ${listed(nearest.missing)}`
  const near = (nearest?.missing ?? []).flatMap((column) => {
    const heading = nearestHeading(column, headings)
    return heading === null ? [] : [`"${heading}" comes near ${column}`]
  })
  const nears = near.length === 0 ? '' : ` (${listed(near)})`
  const found = headings.filter((heading) => heading !== '').join(', ')
  return [problemOf('unknown-kind', found, { accepted: `${waysOut}${lacks}${nears}` })]
}

const waysOut =
  'use the headings of one of the standard sheets, say which kind of file it is with --kind, or say what its columns mean: see what is proposed with --propose and confirm that with --mapping'

/**
 * The one sheet whose columns a file has, the academic year aside where that is told beside it. Several or none are a
 * problem that asks for the kind; a kind that is told and lacks columns is a problem a column.
 */
export function recogniseAmong<S extends Recognisable>(
  sheets: readonly S[],
  headings: readonly string[],
  kind?: string,
  isYearTold = false,
): { readonly sheet: S } | { readonly problems: readonly Problem[] } {
  const asked = sheets
    .filter((sheet) => kind === undefined || sheet.kind === kind)
    .map((sheet) => ({ sheet, known: knownIn(sheet, headings), missing: missingColumns(sheet, headings, isYearTold) }))
  const fitting = asked.filter(
    ({ sheet, missing }) => missing.length === 0 && (kind !== undefined || !isOtherKind(sheet, headings)),
  )
  const [one] = fitting
  if (one !== undefined && fitting.length === 1) return { sheet: one.sheet }
  if (one !== undefined) {
    const kinds = [...new Set(fitting.map(({ sheet }) => sheet.kind))]
    const accepted =
      kinds.length > 1
        ? `say which kind of file it is with --kind: ${kinds.join(' or ')}`
        : 'keep the columns of one layout'
    return { problems: [problemOf('ambiguous-kind', `the columns of ${kinds.join(' and ')}`, { accepted })] }
  }
  const nearest = fewestMissing(asked)
  if (kind !== undefined && nearest !== undefined) return { problems: lacking(nearest, headings) }
  return {
    problems: noKind(mostKnown(asked.filter(({ sheet, missing }) => missing.length < neededBy(sheet))), headings),
  }
}
