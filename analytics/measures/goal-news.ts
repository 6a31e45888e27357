import type { Cohort } from '../cohorts/cohort.ts'
import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Goal } from '../evidence/facts.ts'
import { academicYearOf } from '../framework/academic-year.ts'
import { awards } from '../framework/award.ts'
import { addMonths, dayNumber, type Day } from '../framework/day.ts'

/** How many calendar months back evidence still tells how a goal stands. */
const freshMonths = 24

/**
 * Whether anything that a goal rests on is newer than 24 calendar months before the day: an award where an award is
 * wanted, a sign of engagement where engagement is, else an audit. Exactly 24 months before is not newer.
 */
export function hasNews(
  { audits, awards: given, ...evidence }: Evidence,
  cohort: Cohort,
  goal: Goal,
  asOf: Day,
): boolean {
  const { dataForms, reflections, starts } = evidence
  const since = addMonths(asOf, -freshMonths)
  const days = [dayNumber(since), dayNumber(asOf)] as const
  const audited = () => someWithin(cohort, starts.audits, numbersOf(audits, 'heldOn'), days)
  if (awards.some((name) => name === goal.wanted))
    return someWithin(cohort, starts.awards, numbersOf(given, 'awardOn'), days)
  if (goal.wanted !== 'Engaged') return audited()
  // A data form is a sign of engagement on the first day of its year.
  const years = [academicYearOf(since), academicYearOf(asOf)] as const
  return (
    audited() ||
    someWithin(cohort, starts.reflections, numbersOf(reflections, 'returnedOn'), days) ||
    someWithin(cohort, starts.dataForms, numbersOf(dataForms, 'year'), years)
  )
}

type Numbers = Readonly<Int32Array> | Readonly<Uint16Array>

/** Whether some row of the cohort's schools has a number after the one and up to the other. */
function someWithin(
  { schools }: Cohort,
  starts: Readonly<Uint32Array>,
  numbers: Numbers,
  [after, until]: readonly [number, number],
): boolean {
  for (const school of schools)
    for (let row = starts[school]!; row < starts[school + 1]!; row++)
      if (numbers[row]! > after && numbers[row]! <= until) return true
  return false
}
