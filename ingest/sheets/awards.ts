import { optional, required, ticked } from '../recognise/column.ts'
import { day } from '../recognise/day.ts'
import { award, yesNo } from '../recognise/word.ts'
import { afterToday, beforeMeeting } from './day-order.ts'
import { factOf } from './fact.ts'
import { meetingSheet } from './meeting.ts'

/** The awards given after meetings. */
export const awards = meetingSheet({
  kind: 'awards',
  columns: {
    award: ticked(required('Award', award)),
    awardOn: required('Award date', day, ['Date of award']),
    musicMarkNominated: optional('Music Mark nominated', yesNo, ['Music Mark nomination']),
    followUpOn: optional('Follow-up visit', day),
  },
  meeting: 'known',
  writes: ['award'],
  check: ({ awardOn, followUpOn }, { heldOn }, { today }) => ({
    problems: [
      ...beforeMeeting('award-before-meeting', awardOn, heldOn, 'Award date'),
      ...beforeMeeting('follow-up-before-meeting', followUpOn, heldOn, 'Follow-up visit'),
    ],
    notes: afterToday('the award', awardOn, today, 'Award date'),
  }),
  facts: (meeting, { awardOn, ...content }) => [factOf('award', { ...meeting, awardOn }, content)],
})
