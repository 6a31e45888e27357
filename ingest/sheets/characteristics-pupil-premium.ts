import type { Note } from '../note.ts'
import { present } from '../recognise/column.ts'
import { count, laCode, share } from '../recognise/number.ts'
import { orUnsaid } from '../recognise/register-code.ts'
import { fsmFact } from './characteristics-fsm.ts'
import { checkPart, percentOf, publishedSheet } from './characteristics-published.ts'

const number = orUnsaid(count)
const percentage = orUnsaid(share)

const columns = {
  la: present('LA', laCode),
  pupils: present('Number of pupils on roll (7)', number),
  primaryPupils: present('Number of Primary pupils on roll (9)', number),
  primaryEligible: present('Number of Primary pupils eligible for the Deprivation Pupil Premium', number),
  primaryPercent: present('Percentage of Primary pupils eligible for the Deprivation Pupil Premium', percentage),
  secondaryPupils: present('Number of Secondary pupils on roll (10)', number),
  secondaryEligible: present('Number of Secondary pupils eligible for the Deprivation Pupil Premium', number),
  secondaryPercent: present('Percentage of Secondary pupils eligible for the Deprivation Pupil Premium', percentage),
  eligible: present('Total number of pupils eligible for the Deprivation Pupil Premium', number),
}

type Figure = number | null | undefined

/** Pupils of both stages, as exactly as they are told: the totals of the publication are rounded, school by school. */
const bothStages = (primary: Figure, secondary: Figure): number | null =>
  primary == null || secondary == null ? null : primary + secondary

const note = (column: string, text: string): Note => ({ row: null, column, text })

/** A percentage is told to three figures, of counts told to one decimal. */
function followsNot(percent: Figure, eligible: Figure, pupils: Figure): boolean {
  const counted = percentOf(eligible, pupils)
  return percent != null && counted !== null && Math.abs(percent - counted) > 0.1
}

/** The pupil premium allocations of the Department for Education, school by school; the money is not read. */
export const pupilPremium = publishedSheet({
  layout: 'pupil premium',
  columns,
  writes: ['schoolFsm'],
  check: (values) => {
    const { pupils, eligible, primaryEligible, secondaryEligible } = values
    const exact = bothStages(primaryEligible, secondaryEligible)
    const isRounded = exact !== null && eligible != null && Math.abs(exact - eligible) > 1e-6
    const isOdd =
      followsNot(values.primaryPercent, primaryEligible, values.primaryPupils) ||
      followsNot(values.secondaryPercent, secondaryEligible, values.secondaryPupils)
    const { heading } = columns.eligible
    return {
      problems: checkPart(exact ?? eligible, pupils, heading),
      notes: [
        ...(isRounded ? [note(heading, 'the total is rounded: primary and secondary do not add up to it')] : []),
        ...(isOdd ? [note(columns.primaryPercent.heading, 'a percentage is not that of the counts beside it')] : []),
      ],
    }
  },
  facts: (schoolYear, { pupils, eligible, primaryEligible, secondaryEligible }) => {
    const percent = percentOf(bothStages(primaryEligible, secondaryEligible) ?? eligible, pupils)
    return [fsmFact(schoolYear, 'pupil premium', { percent, eligible, pupils })]
  },
})
