import { optional, required } from '../recognise/column.ts'
import { priorityNumber } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import { strand } from '../recognise/word.ts'
import { factOf } from './fact.ts'
import { meetingSheet } from './meeting.ts'

/** The priorities agreed at meetings. */
export const priorities = meetingSheet({
  kind: 'priorities',
  columns: {
    priority: required('Priority', priorityNumber, ['Priority number']),
    strand: optional('Strand', strand),
    theme: optional('Theme', text),
    what: required('What', text),
    why: optional('Why', text),
    target: optional('Target', text),
    byWhen: optional('By when', text),
    how: optional('How', text),
    needs: optional('Needs', text),
    support: optional('Support offered', text, ['Support']),
  },
  meeting: 'known',
  writes: ['priority'],
  check: () => ({ problems: [], notes: [] }),
  facts: (meeting, { priority, ...content }) => [factOf('priority', { ...meeting, priority }, content)],
})
