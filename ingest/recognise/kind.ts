import { listed } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import { placesOf, type Columns } from './column.ts'
import { foldHeading } from './heading.ts'

/** What tells one kind of sheet from another. */
export interface Recognisable<Kind extends string = string> {
  readonly kind: Kind
  readonly columns: Columns
  /** Columns of which a file needs one at least. */
  readonly oneOf: readonly string[]
  /** Headings that show a file to be of some other kind. */
  readonly never: readonly string[]
}

/** The headings that a file lacks to be of this kind. */
function missingColumns(sheet: Recognisable, headings: readonly string[]): readonly string[] {
  const places = placesOf(sheet.columns, headings)
  const isThere = (key: string): boolean => (places[key] ?? []).length > 0
  const missing = Object.entries(sheet.columns)
    .filter(([key, { need }]) => need !== 'optional' && !isThere(key))
    .map(([, { heading }]) => heading)
  const ways = sheet.oneOf.map((key) => sheet.columns[key]?.heading ?? key)
  return ways.length === 0 || sheet.oneOf.some(isThere) ? missing : [ways.join(' or '), ...missing]
}

function isOtherKind({ never }: Recognisable, headings: readonly string[]): boolean {
  const folded = new Set(headings.map(foldHeading))
  return never.some((heading) => folded.has(foldHeading(heading)))
}

const fewestMissing = <S extends Recognisable>(sheets: readonly S[], headings: readonly string[]): S | undefined =>
  sheets.toSorted((a, b) => missingColumns(a, headings).length - missingColumns(b, headings).length)[0]

const lacking = (sheet: Recognisable, headings: readonly string[]): readonly Problem[] =>
  missingColumns(sheet, headings).map((column) =>
    problemOf('missing-column', '', { column, accepted: `add this column, which ${sheet.kind} need` }),
  )

function noKind(sheets: readonly Recognisable[], headings: readonly string[]): readonly Problem[] {
  const nearest = fewestMissing(sheets, headings)
  const hint =
    nearest === undefined ? '' : `; to be ${nearest.kind} it lacks ${listed(missingColumns(nearest, headings))}`
  const accepted = `use the headings of one of the standard sheets, or say which kind of file it is with --kind${hint}`
  return [problemOf('unknown-kind', headings.filter((heading) => heading !== '').join(', '), { accepted })]
}

/**
 * The one sheet whose columns a file has. Several or none are a problem that asks for the kind; a kind that is told
 * and lacks columns is a problem a column.
 */
export function recogniseAmong<S extends Recognisable>(
  sheets: readonly S[],
  headings: readonly string[],
  kind?: string,
): { readonly sheet: S } | { readonly problems: readonly Problem[] } {
  const asked = sheets.filter((sheet) => kind === undefined || sheet.kind === kind)
  const fitting = asked.filter(
    (sheet) => missingColumns(sheet, headings).length === 0 && (kind !== undefined || !isOtherKind(sheet, headings)),
  )
  const [sheet] = fitting
  if (sheet !== undefined && fitting.length === 1) return { sheet }
  if (sheet !== undefined) {
    const kinds = [...new Set(fitting.map((each) => each.kind))]
    const accepted =
      kinds.length > 1
        ? `say which kind of file it is with --kind: ${kinds.join(' or ')}`
        : 'keep the columns of one layout'
    return { problems: [problemOf('ambiguous-kind', `the columns of ${kinds.join(' and ')}`, { accepted })] }
  }
  const nearest = fewestMissing(asked, headings)
  return {
    problems: kind === undefined || nearest === undefined ? noKind(asked, headings) : lacking(nearest, headings),
  }
}
