import { present, ticked } from '../recognise/column.ts'
import { rating } from '../recognise/word.ts'
import { auditColumns, auditFact, checkFramework, fallenLevels, ratingFact } from './audit-facts.ts'
import { auditsOfOneDay } from './audits-of-one-day.ts'
import { meetingSheet } from './meeting.ts'
import { oddRatings } from './odd-ratings.ts'
import { passingUnfilled } from './unfilled.ts'

const strandColumns = {
  curriculum: ticked(present('Curriculum music', rating, ['Curriculum'])),
  coCurricular: ticked(present('Co-curricular', rating, ['Co-curricular music'])),
  leadership: ticked(present('Leadership and Management', rating, ['Leadership'])),
  community: ticked(present('Community and partnerships', rating, ['Community', 'Community and partnership'])),
}

/** Audits with one row a meeting and one column a strand; rows of a template that were not filled in say nothing. */
export const auditsWide = passingUnfilled(
  meetingSheet({
    kind: 'audits',
    layout: 'wide',
    columns: { ...auditColumns, ...strandColumns },
    meeting: 'told',
    writes: ['audit', 'rating'],
    reads: ['criterion', 'criterionRating'],
    check: (values, { heldOn }, known) => checkFramework(values, heldOn, known),
    facts: (meeting, values, known) => [
      auditFact(meeting, values, known, 'by one row'),
      ratingFact(meeting, 'Curriculum music', values.curriculum, strandColumns.curriculum.heading),
      ratingFact(meeting, 'Co-curricular', values.coCurricular, strandColumns.coCurricular.heading),
      ratingFact(meeting, 'Leadership and Management', values.leadership, strandColumns.leadership.heading),
      ratingFact(meeting, 'Community and partnerships', values.community, strandColumns.community.heading),
    ],
    survey: (rows, known) => [...fallenLevels(rows, known), ...auditsOfOneDay(rows, known), ...oddRatings(rows, known)],
  }),
)
