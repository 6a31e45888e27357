import type { Day } from '../../analytics/framework/day.ts'
import { closedStatus } from '../../analytics/framework/establishment.ts'
import type { FactTable } from '../../migrations/tables.ts'
import { matchSchool } from '../match/match.ts'
import { problemOf } from '../problem.ts'
import { optional, type Column } from '../recognise/column.ts'
import { laestab, ukprn, urn } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import type { Known } from './known.ts'
import { readCells } from './cells.ts'
import type { Checked, ReadableOf, Sheet } from './sheet.ts'

/** The ways in which a row can name its school. */
export const schoolColumns = {
  urn: optional('URN', urn, ['School URN']),
  laestab: optional('LAESTAB', laestab, ['DfE number']),
  ukprn: optional('UKPRN', ukprn),
  school: optional('School', text, ['School name', 'Name of school', 'EstablishmentName']),
  town: optional('Town', text),
  postcode: optional('Postcode', text),
  district: optional('District', text),
}

/** Those of the ways of which a file needs one at least. */
export const schoolWays = ['urn', 'laestab', 'ukprn', 'school']

/** What a school is looked up in. */
export const schoolTables: readonly FactTable[] = ['registerSchool', 'registerLink', 'audit']

export type SchoolValues = ReadableOf<typeof schoolColumns>

/** All that several checks brought to light; the last URN stands. */
export const found = (...parts: readonly Partial<Checked>[]): Checked => ({
  urn: parts.findLast((part) => part.urn != null)?.urn ?? null,
  candidates: parts.flatMap((part) => part.candidates ?? []),
  problems: parts.flatMap((part) => part.problems ?? []),
  notes: parts.flatMap((part) => part.notes ?? []),
})

/** The URN that a row is recorded under, or why it has none; nothing where its number cannot be read. */
export function findSchool(
  values: SchoolValues,
  day: Day | null,
  known: Known,
  misread: ReadonlySet<string | null>,
): Partial<Checked> {
  if (['URN', 'LAESTAB', 'UKPRN'].some((heading) => misread.has(heading))) return {}
  const match = matchSchool(values, day, known)
  return 'problem' in match ? { problems: [match.problem], candidates: match.candidates } : match
}

/** How rows that name a school and a day are parted; `dayOf` tells the day by the value of the column. */
export const partedBySchool = <Value>(
  day: string,
  column: Column<Value>,
  dayOf: (value: Value) => Day,
): Sheet['parting'] => ({
  naming: Object.keys(schoolColumns),
  day,
  schoolOf: (row, places, known) => {
    const { values, problems } = readCells({ ...schoolColumns, [day]: column }, places, row)
    const misread = new Set(problems.map((problem) => problem.column))
    const told = values[day] as Value | null
    const { urn } = findSchool(values as SchoolValues, told === null ? null : dayOf(told), known, misread)
    return urn == null ? null : known.schools.schoolOf(urn)
  },
})

/** What happened at a school from a day on, and the column that says when. */
interface Event {
  readonly what: string
  readonly day: Day
  readonly column: string
}

/** A school that is told of: in the hub's area, and best not after its URN closed. */
export function checkPlace(urn: number, { what, day, column }: Event, { schools, area }: Known): Partial<Checked> {
  const school = schools.byUrn.get(urn)
  if (school === undefined) return {}
  const accepted = `use a school of the hub's area, or add LA ${school.la} to the area`
  if (!area.has(school.la)) return { problems: [problemOf('outside-area', String(urn), { column: 'URN', accepted })] }
  const { status, closeOn } = school
  const isLate = status === closedStatus && closeOn !== null && day > closeOn
  return isLate ? { notes: [{ row: null, column, text: `${what} is after URN ${urn} closed on ${closeOn}` }] } : {}
}
