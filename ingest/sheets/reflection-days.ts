import { addMonths, type Day } from '../../analytics/framework/day.ts'
import type { Note } from '../note.ts'
import { afterToday, beforeMeeting } from './day-order.ts'
import type { Checked } from './sheet.ts'

/** The days of a reflection sheet. */
export interface ReflectionDays {
  readonly sentOn: Day | null | undefined
  readonly returnedOn: Day | null | undefined
  readonly withdrawnOn: Day | null | undefined
}

/** So many months before it is due, a sheet is more likely that of another month or meeting. */
const farMonths = 6

const isBefore = (day: Day | null | undefined, other: Day | null | undefined): boolean =>
  day != null && other != null && day < other

const note = (column: string, text: string): Note => ({ row: null, column, text })

function tooEarly({ returnedOn }: ReflectionDays, month: number, heldOn: Day): readonly Note[] {
  const dueOn = addMonths(heldOn, month)
  const text = `returned long before it is due on ${dueOn}: check the month and the meeting`
  return isBefore(returnedOn, addMonths(heldOn, month - farMonths)) ? [note('Returned on', text)] : []
}

/** Days of a reflection sheet that cannot be, and days in an order that is hard to believe. */
export function checkReflectionDays(
  days: ReflectionDays,
  month: number | null,
  heldOn: Day | null,
  today: Day,
): Pick<Checked, 'problems' | 'notes'> {
  const { sentOn, returnedOn, withdrawnOn } = days
  return {
    problems: [
      ...beforeMeeting('reflection-before-meeting', sentOn, heldOn, 'Sent on'),
      ...beforeMeeting('reflection-before-meeting', returnedOn, heldOn, 'Returned on'),
    ],
    notes: [
      ...(month === null || heldOn === null || isBefore(returnedOn, heldOn) ? [] : tooEarly(days, month, heldOn)),
      ...(isBefore(returnedOn, sentOn) ? [note('Returned on', `returned before it was sent on ${sentOn}`)] : []),
      ...(isBefore(withdrawnOn, sentOn) ? [note('Withdrawn on', `withdrawn before it was sent on ${sentOn}`)] : []),
      ...afterToday('the return', returnedOn, today, 'Returned on'),
      ...afterToday('the withdrawal', withdrawnOn, today, 'Withdrawn on'),
    ],
  }
}
