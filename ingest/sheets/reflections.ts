import { optional, required } from '../recognise/column.ts'
import { day } from '../recognise/day.ts'
import { month, priorityNumber } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import { achieved } from '../recognise/word.ts'
import { factOf, type Fact } from './fact.ts'
import { meetingSheet, type Meeting } from './meeting.ts'
import { checkReflectionDays, type ReflectionDays } from './reflection-days.ts'

/** The days of the whole sheet, which its rows tell together; a blank says nothing. */
const sheetFact = (meeting: Meeting, month: number, { sentOn, returnedOn, withdrawnOn }: ReflectionDays): Fact =>
  factOf(
    'reflection',
    { ...meeting, month },
    {
      sentOn: sentOn ?? undefined,
      returnedOn: returnedOn ?? undefined,
      withdrawnOn: withdrawnOn ?? undefined,
    },
    { isTold: 'together' },
  )

/** The reflection sheets that schools are sent 12 and 24 months after a meeting. */
export const reflections = meetingSheet({
  kind: 'reflections',
  columns: {
    month: required('Month', month),
    sentOn: optional('Sent on', day, ['Sent']),
    returnedOn: optional('Returned on', day, ['Returned']),
    withdrawnOn: optional('Withdrawn on', day, ['Withdrawn']),
    priority: optional('Priority', priorityNumber),
    achieved: optional('Achieved', achieved),
    comment: optional('Comment', text, ['Comments']),
  },
  never: ['What'],
  meeting: 'known',
  writes: ['reflection', 'reflectionPriority'],
  check: (values, { heldOn }, { today }) => checkReflectionDays(values, values.month ?? null, heldOn, today),
  facts: (meeting, { month, priority, achieved, comment, ...days }) => {
    const whole = sheetFact(meeting, month, days)
    const key = { ...meeting, month, priority: priority ?? 0 }
    if (priority != null) return [factOf('reflectionPriority', key, { achieved, comment }), whole]
    if (achieved === undefined && comment === undefined) return [whole]
    const saysNothing = achieved == null && comment == null
    return [whole, factOf('reflectionPriority', key, saysNothing ? null : { achieved, comment }, { column: 'Comment' })]
  },
})
