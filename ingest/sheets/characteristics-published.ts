import type { Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import { required, type Columns } from '../recognise/column.ts'
import { urn } from '../recognise/number.ts'
import type { Fact } from './fact.ts'
import type { Known } from './known.ts'
import {
  sheet,
  type Checked,
  type ReadableOf,
  type Sheet,
  type SheetForm,
  type SheetRow,
  type ValuesOf,
} from './sheet.ts'
import type { SchoolYear } from './school-year.ts'

const fileNote = (text: string): readonly Note[] => [{ row: null, column: null, text }]

const schools = (rows: readonly SheetRow[]): string => `${rows.length} ${rows.length === 1 ? 'school' : 'schools'}`

/** Publications cover more schools than a hub has: those are kept, and counted nowhere. */
function notOfTheHub(rows: readonly SheetRow[], { schools: register, area }: Known): readonly Note[] {
  const laOf = ({ urn, textUnder }: SheetRow): string => register.byUrn.get(urn ?? 0)?.la ?? textUnder('LA')
  const isOutside = (row: SheetRow): boolean => laOf(row) !== '' && !area.has(laOf(row))
  const outside = rows.filter(isOutside)
  const unknown = rows.filter((row) => !isOutside(row) && !register.byUrn.has(row.urn ?? 0))
  return [
    ...(outside.length === 0 ? [] : fileNote(`${schools(outside)} outside the hub's area: kept, not counted`)),
    ...(unknown.length === 0 ? [] : fileNote(`${schools(unknown)} not in the register: kept, and not counted so far`)),
  ]
}

/** A part of a school's pupils as a percentage; null where either is not known or there are no pupils. */
export const percentOf = (part: number | null | undefined, pupils: number | null | undefined): number | null =>
  part == null || pupils == null || pupils === 0 ? null : (100 * part) / pupils

/** Of a school's pupils no part can be more than all. */
export function checkPart(part: number | null | undefined, pupils: number | null | undefined, column: string) {
  const isMore = part != null && pupils != null && part > pupils
  const accepted = `use no more than the ${pupils} pupils of the school`
  return isMore ? [problemOf('outside-range', String(part), { column, accepted })] : []
}

/** How a publication's layout is written: as any sheet, without the column that names the school. */
interface PublishedForm<C extends Columns> extends Pick<SheetForm<C>, 'columns' | 'writes'> {
  readonly layout: string
  readonly check?: (values: ReadableOf<C>) => Pick<Checked, 'problems' | 'notes'>
  readonly facts: (schoolYear: SchoolYear, values: ValuesOf<C>) => readonly Fact[]
}

const missingYear = ({ year }: Known): readonly Problem[] => (year === null ? [problemOf('missing-year', '')] : [])

/** Characteristics in the layout of a publication, which does not say of which academic year they are. */
export const publishedSheet = <C extends Columns>({ layout, columns, writes, check, facts }: PublishedForm<C>): Sheet =>
  sheet<Columns>({
    kind: 'characteristics',
    layout,
    year: 'beside',
    columns: { urn: required('URN', urn), ...columns },
    writes,
    reads: ['registerSchool'],
    asks: missingYear,
    check: (read) => {
      const { problems, notes } = check?.(read as ReadableOf<C>) ?? { problems: [], notes: [] }
      return { urn: (read['urn'] as number | null | undefined) ?? null, candidates: [], problems, notes }
    },
    facts: (read, { urn }, { year }) =>
      urn === null || year === null ? [] : facts({ urn, academicYear: year }, read as ValuesOf<C>),
    survey: notOfTheHub,
  })
