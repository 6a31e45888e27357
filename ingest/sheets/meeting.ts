import type { Day } from '../../analytics/framework/day.ts'
import { meetingKey } from '../match/match.ts'
import type { Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import { required, type Columns } from '../recognise/column.ts'
import { day } from '../recognise/day.ts'
import type { Fact } from './fact.ts'
import type { Known } from './known.ts'
import { checkPlace, findSchool, found, partedBySchool, schoolColumns, schoolTables, schoolWays } from './school.ts'
import { sheet, type Checked, type ReadableOf, type Sheet, type SheetForm, type ValuesOf } from './sheet.ts'

const meetingColumns = {
  ...schoolColumns,
  heldOn: required('Meeting date', day, ['Date of meeting', 'Audit date', 'Date of audit']),
}

type MeetingValues = ReadableOf<typeof meetingColumns>

/** A meeting by the URN it is recorded under and its day. */
export interface Meeting {
  readonly urn: number
  readonly heldOn: Day
}

/** A meeting as far as it could be read. */
type MeetingRead = { readonly [Part in keyof Meeting]: Meeting[Part] | null }

/** How a sheet of meetings is written: as any sheet, without the columns that name the school and the day. */
interface MeetingForm<C extends Columns> extends Omit<SheetForm<C>, 'check' | 'facts' | 'oneOf'> {
  /** Whether the sheet tells of the meeting itself, or of one that must be known. */
  readonly meeting: 'told' | 'known'
  readonly check: (values: ReadableOf<C>, meeting: MeetingRead, known: Known) => Pick<Checked, 'problems' | 'notes'>
  readonly facts: (meeting: Meeting, values: ValuesOf<C>, known: Known) => readonly Fact[]
}

const problem = (code: Problem['code'], found: string, column: string): Partial<Checked> => ({
  problems: [problemOf(code, found, { column })],
})

/** Before any hub met a school: a day that a spreadsheet made of a small number, or a year with a figure wrong. */
export const longAgo: Day = '1990-01-01'

/** A meeting that must be known, under its URN or another of the same school. */
function findMeeting({ urn, heldOn }: Meeting, { schools, meetings }: Known): Partial<Checked> {
  if (meetings.has(meetingKey(urn, heldOn))) return { urn }
  const other = schools.urnsOf(urn).find((each) => meetings.has(meetingKey(each, heldOn)))
  if (other === undefined) return problem('unknown-meeting', heldOn, 'Meeting date')
  const note: Note = { row: null, column: 'URN', text: `recorded under URN ${other}, as the audit of that day is` }
  return { urn: other, notes: [note] }
}

function checkMeeting(
  values: MeetingValues,
  meeting: 'told' | 'known',
  known: Known,
  misread: ReadonlySet<string | null>,
): Checked {
  const heldOn = values.heldOn ?? null
  const match = findSchool(values, heldOn, known, misread)
  const isFuture = heldOn !== null && heldOn > known.today
  const future = isFuture ? problem('future-meeting', heldOn, 'Meeting date') : {}
  if (match.urn == null || heldOn === null) return found(match, future)
  const past =
    heldOn < longAgo ? { notes: [{ row: null, column: 'Meeting date', text: 'long ago: check the year' }] } : {}
  const place = checkPlace(match.urn, { what: 'the meeting', day: heldOn, column: 'Meeting date' }, known)
  const at = { urn: match.urn, heldOn }
  return found(match, future, past, place, meeting === 'known' && !isFuture ? findMeeting(at, known) : {})
}

/** A sheet whose rows are about a school's meeting. */
export function meetingSheet<C extends Columns>(form: MeetingForm<C>): Sheet {
  type Readable = MeetingValues & ReadableOf<C>
  type Values = Pick<ValuesOf<typeof meetingColumns>, 'heldOn'>
  const ownKeys = Object.keys(form.columns)
  return sheet<Columns>({
    ...form,
    columns: { ...meetingColumns, ...form.columns },
    oneOf: schoolWays,
    parting: partedBySchool('heldOn', meetingColumns.heldOn, (day) => day),
    reads: [...schoolTables, ...(form.reads ?? [])],
    check: (read, known, misread) => {
      const values = read as Readable
      const meeting = checkMeeting(values, form.meeting, known, misread)
      const at = { urn: meeting.urn, heldOn: values.heldOn ?? null }
      return found(meeting, form.check(values, at, known))
    },
    facts: (read, { urn }, known) => {
      const { heldOn } = read as Values
      const own = Object.fromEntries(ownKeys.map((key) => [key, read[key]])) as ValuesOf<C>
      return urn === null ? [] : form.facts({ urn, heldOn }, own, known)
    },
  })
}
