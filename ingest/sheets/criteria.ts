import { listed } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import { present, required } from '../recognise/column.ts'
import { whole } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import { judgement, level, strand } from '../recognise/word.ts'
import type { CriterionPlace } from './criteria-known.ts'
import { factOf } from './fact.ts'
import { frameworkOf } from './framework-of-meeting.ts'
import type { Known } from './known.ts'
import { meetingSheet } from './meeting.ts'
import { oddRatings } from './odd-ratings.ts'

/** A criterion must be one of the framework of its audit. */
function checkCriterion(place: CriterionPlace, framework: string, { criteria }: Known): readonly Problem[] {
  const { strand, level, number } = place
  const theme = criteria.themeOf(framework, place)
  if (theme === null) {
    const accepted = `use a theme that ${strand} has in ${framework}: ${listed(criteria.themesOf(framework, strand))}`
    return [problemOf('unknown-criterion', place.theme, { column: 'Theme', accepted })]
  }
  const numbers = criteria.numbersOf(framework, place)
  if (numbers.includes(number)) return []
  const has = numbers.length === 0 ? 'no criterion' : `only number ${listed(numbers)}`
  const accepted = `use a criterion of ${framework}: its ${theme} has ${has} at ${level}`
  return [problemOf('unknown-criterion', String(number), { column: 'Number', accepted })]
}

/** How far the criteria were met at meetings. A blank judgement is none. */
export const criteria = meetingSheet({
  kind: 'criteria',
  columns: {
    strand: required('Strand', strand),
    theme: required('Theme', text),
    level: required('Level', level),
    number: required('Number', whole),
    judgement: present('Judgement', judgement),
  },
  meeting: 'known',
  writes: ['criterionRating'],
  reads: ['criterion', 'rating'],
  check: ({ strand, theme, level, number }, { urn, heldOn }, known) => {
    const isRead = strand != null && theme != null && level != null && number != null
    const framework = urn === null || heldOn === null ? null : frameworkOf({ urn, heldOn }, known)
    if (!isRead || framework === null) return { problems: [], notes: [] }
    return { problems: checkCriterion({ strand, theme, level, number }, framework, known), notes: [] }
  },
  facts: (meeting, { judgement, ...place }, known) => {
    const framework = frameworkOf(meeting, known)
    const theme = framework === null ? null : known.criteria.themeOf(framework, place)
    const key = { ...meeting, ...place, theme: theme ?? place.theme }
    return [factOf('criterionRating', key, judgement === null ? null : { judgement }, { column: 'Judgement' })]
  },
  survey: oddRatings,
})
