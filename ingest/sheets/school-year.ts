import { firstDayOf, type AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Note } from '../note.ts'
import { required, type Columns } from '../recognise/column.ts'
import { academicYear } from '../recognise/number.ts'
import type { Fact } from './fact.ts'
import type { Known } from './known.ts'
import { checkPlace, findSchool, found, partedBySchool, schoolColumns, schoolTables, schoolWays } from './school.ts'
import { sheet, type Checked, type ReadableOf, type Sheet, type SheetForm, type ValuesOf } from './sheet.ts'

const yearColumns = { ...schoolColumns, academicYear: required('Academic year', academicYear) }

type YearValues = ReadableOf<typeof yearColumns>

/** A school's academic year by the URN it is recorded under. */
export interface SchoolYear {
  readonly urn: number
  readonly academicYear: AcademicYear
}

/** How a sheet of schools by year is written: as any sheet, without the columns that name the school and the year. */
interface YearForm<C extends Columns> extends Omit<SheetForm<C>, 'check' | 'facts' | 'oneOf'> {
  readonly facts: (schoolYear: SchoolYear, values: ValuesOf<C>) => readonly Fact[]
}

/** A year that has yet to begin is more likely a slip than a plan. */
const notBegun = (day: Day, { today }: Known): readonly Note[] =>
  day > today ? [{ row: null, column: 'Academic year', text: `the academic year begins on ${day}, after today` }] : []

/** The school of a row as it was on the first day of the academic year. */
function checkYear(values: YearValues, known: Known, misread: ReadonlySet<string | null>): Checked {
  const day = values.academicYear == null ? null : firstDayOf(values.academicYear)
  const match = findSchool(values, day, known, misread)
  if (match.urn == null || day === null) return found(match)
  const began = { what: 'the first day of the academic year', day, column: 'Academic year' }
  return found(match, checkPlace(match.urn, began, known), { notes: notBegun(day, known) })
}

/** A sheet whose rows are about a school in an academic year. */
export function yearSheet<C extends Columns>(form: YearForm<C>): Sheet {
  type Values = Pick<ValuesOf<typeof yearColumns>, 'academicYear'>
  const ownKeys = Object.keys(form.columns)
  return sheet<Columns>({
    ...form,
    columns: { ...yearColumns, ...form.columns },
    year: 'column',
    oneOf: schoolWays,
    parting: partedBySchool('academicYear', yearColumns.academicYear, firstDayOf),
    reads: schoolTables,
    check: (read, known, misread) => checkYear(read as YearValues, known, misread),
    facts: (read, { urn }) => {
      const { academicYear } = read as Values
      const own = Object.fromEntries(ownKeys.map((key) => [key, read[key]])) as ValuesOf<C>
      return urn === null ? [] : form.facts({ urn, academicYear }, own)
    },
  })
}
