import type { Day } from '../../analytics/framework/day.ts'
import type { Note } from '../note.ts'
import { problemOf, type Problem, type ProblemCode } from '../problem.ts'

type Told = Day | null | undefined

/** What comes of a meeting cannot come before it. */
export function beforeMeeting(code: ProblemCode, day: Told, heldOn: Day | null, column: string): readonly Problem[] {
  const accepted = `use a day on or after the meeting of ${heldOn}`
  return day != null && heldOn !== null && day < heldOn ? [problemOf(code, day, { column, accepted })] : []
}

/** What is told of a day to come may be planned: it counts when its day has come. */
export const afterToday = (what: string, day: Told, today: Day, column: string): readonly Note[] =>
  day != null && day > today
    ? [{ row: null, column, text: `${what} is on ${day}, after today: it counts from then` }]
    : []
