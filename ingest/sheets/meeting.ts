import type { Day } from '../../analytics/framework/day.ts'
import type { FactTable } from '../../migrations/tables.ts'
import { closedStatus } from '../../analytics/framework/establishment.ts'
import { matchSchool, meetingKey } from '../match/match.ts'
import type { Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import { optional, required, type Columns } from '../recognise/column.ts'
import { day } from '../recognise/day.ts'
import { laestab, ukprn, urn } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import type { Fact } from './fact.ts'
import type { Known } from './known.ts'
import { sheet, type Checked, type ReadableOf, type Sheet, type SheetForm, type ValuesOf } from './sheet.ts'

const schoolColumns = {
  urn: optional('URN', urn, ['School URN']),
  laestab: optional('LAESTAB', laestab, ['DfE number']),
  ukprn: optional('UKPRN', ukprn),
  school: optional('School', text, ['School name', 'Name of school', 'EstablishmentName']),
  town: optional('Town', text),
  postcode: optional('Postcode', text),
  district: optional('District', text),
  heldOn: required('Meeting date', day, ['Date of meeting', 'Audit date', 'Date of audit']),
}

const schoolTables: readonly FactTable[] = ['registerSchool', 'registerLink', 'audit']

type SchoolValues = ReadableOf<typeof schoolColumns>

/** A meeting by the URN it is recorded under and its day. */
export interface Meeting {
  readonly urn: number
  readonly heldOn: Day
}

/** How a sheet of meetings is written: as any sheet, without the columns that name the school and the day. */
interface MeetingForm<C extends Columns> extends Omit<SheetForm<C>, 'check' | 'facts' | 'oneOf'> {
  /** Whether the sheet tells of the meeting itself, or of one that must be known. */
  readonly meeting: 'told' | 'known'
  readonly check: (values: ReadableOf<C>, heldOn: Day | null, known: Known) => Pick<Checked, 'problems' | 'notes'>
  readonly facts: (meeting: Meeting, values: ValuesOf<C>, known: Known) => readonly Fact[]
}

const problem = (code: Problem['code'], found: string, column: string): Partial<Checked> => ({
  problems: [problemOf(code, found, { column })],
})

const found = (...parts: readonly Partial<Checked>[]): Checked => ({
  urn: parts.findLast((part) => part.urn != null)?.urn ?? null,
  candidates: parts.flatMap((part) => part.candidates ?? []),
  problems: parts.flatMap((part) => part.problems ?? []),
  notes: parts.flatMap((part) => part.notes ?? []),
})

/** A meeting that is told: in the hub's area, and best not after its URN closed. */
function checkPlace({ urn, heldOn }: Meeting, { schools, area }: Known): Partial<Checked> {
  const school = schools.byUrn.get(urn)
  if (school === undefined) return {}
  const accepted = `use a school of the hub's area, or add LA ${school.la} to the area`
  if (!area.has(school.la)) return { problems: [problemOf('outside-area', String(urn), { column: 'URN', accepted })] }
  const { status, closeOn } = school
  const isLate = status === closedStatus && closeOn !== null && heldOn > closeOn
  const note: Note = { row: null, column: 'Meeting date', text: `the meeting is after URN ${urn} closed on ${closeOn}` }
  return isLate ? { notes: [note] } : {}
}

/** A meeting that must be known, under its URN or another of the same school. */
function findMeeting({ urn, heldOn }: Meeting, { schools, meetings }: Known): Partial<Checked> {
  if (meetings.has(meetingKey(urn, heldOn))) return { urn }
  const other = schools.urnsOf(urn).find((each) => meetings.has(meetingKey(each, heldOn)))
  if (other === undefined) return problem('unknown-meeting', heldOn, 'Meeting date')
  const note: Note = { row: null, column: 'URN', text: `recorded under URN ${other}, as the audit of that day is` }
  return { urn: other, notes: [note] }
}

function checkMeeting(
  values: SchoolValues,
  meeting: 'told' | 'known',
  known: Known,
  misread: ReadonlySet<string | null>,
): Checked {
  const heldOn = values.heldOn ?? null
  const match = matchSchool(values, heldOn, known)
  const isFuture = heldOn !== null && heldOn > known.today
  const future = isFuture ? problem('future-meeting', heldOn, 'Meeting date') : {}
  if (['URN', 'LAESTAB', 'UKPRN'].some((heading) => misread.has(heading))) return found(future)
  if ('problem' in match) return found(future, { problems: [match.problem], candidates: match.candidates })
  if (heldOn === null) return found(match)
  const at = { urn: match.urn, heldOn }
  return found(match, future, checkPlace(at, known), meeting === 'known' && !isFuture ? findMeeting(at, known) : {})
}

/** A sheet whose rows are about a school's meeting. */
export function meetingSheet<C extends Columns>(form: MeetingForm<C>): Sheet {
  type Readable = SchoolValues & ReadableOf<C>
  type Values = Pick<ValuesOf<typeof schoolColumns>, 'heldOn'>
  const ownKeys = Object.keys(form.columns)
  return sheet<Columns>({
    ...form,
    columns: { ...schoolColumns, ...form.columns },
    oneOf: ['urn', 'laestab', 'ukprn', 'school'],
    reads: [...schoolTables, ...(form.reads ?? [])],
    check: (read, known, misread) => {
      const values = read as Readable
      return found(checkMeeting(values, form.meeting, known, misread), form.check(values, values.heldOn ?? null, known))
    },
    facts: (read, { urn }, known) => {
      const { heldOn } = read as Values
      const own = Object.fromEntries(ownKeys.map((key) => [key, read[key]])) as ValuesOf<C>
      return urn === null ? [] : form.facts({ urn, heldOn }, own, known)
    },
  })
}
