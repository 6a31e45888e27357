import { present, required, ticked } from '../recognise/column.ts'
import { rating, strand } from '../recognise/word.ts'
import { auditColumns, auditFact, checkFramework, fallenLevels, ratingFact } from './audit-facts.ts'
import { auditsOfOneDay } from './audits-of-one-day.ts'
import { meetingSheet } from './meeting.ts'
import { oddRatings } from './odd-ratings.ts'

/** Audits with one row a strand of a meeting. */
export const auditsLong = meetingSheet({
  kind: 'audits',
  layout: 'long',
  columns: { ...auditColumns, strand: required('Strand', strand), level: ticked(present('Level', rating)) },
  never: ['Judgement', 'Criterion'],
  meeting: 'told',
  writes: ['audit', 'rating'],
  reads: ['criterion', 'criterionRating'],
  check: (values, { heldOn }, known) => checkFramework(values, heldOn, known),
  facts: (meeting, values, known) => [
    ratingFact(meeting, values.strand, values.level, 'Level'),
    auditFact(meeting, values, known, 'together'),
  ],
  survey: (rows, known) => [...fallenLevels(rows, known), ...auditsOfOneDay(rows, known), ...oddRatings(rows, known)],
})
