import { problemOf } from '../problem.ts'
import { optional, required } from '../recognise/column.ts'
import { day } from '../recognise/day.ts'
import { award, yesNo } from '../recognise/word.ts'
import { factOf } from './fact.ts'
import { meetingSheet } from './meeting.ts'

/** The awards given after meetings. */
export const awards = meetingSheet({
  kind: 'awards',
  columns: {
    award: required('Award', award),
    awardOn: required('Award date', day, ['Date of award']),
    musicMarkNominated: optional('Music Mark nominated', yesNo, ['Music Mark nomination']),
    followUpOn: optional('Follow-up visit', day),
  },
  meeting: 'known',
  writes: ['award'],
  check: ({ awardOn }, { heldOn }) => {
    const isBefore = awardOn != null && heldOn !== null && awardOn < heldOn
    const accepted = `use a day on or after the meeting of ${heldOn}`
    return {
      problems: isBefore ? [problemOf('award-before-meeting', awardOn, { column: 'Award date', accepted })] : [],
      notes: [],
    }
  },
  facts: (meeting, { awardOn, ...content }) => [factOf('award', { ...meeting, awardOn }, content)],
})
