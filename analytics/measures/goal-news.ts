import type { Cohort } from '../cohorts/cohort.ts'
import { tallyOf } from '../cohorts/tally.ts'
import { numbersOf } from '../evidence/columns.ts'
import { never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Goal } from '../evidence/facts.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { firstDayOf } from '../framework/academic-year.ts'
import { awards } from '../framework/award.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { firstReaching } from '../framework/months-on.ts'

/** How many calendar months back evidence still tells how a goal stands. */
const freshMonths = 24

/**
 * Whether anything that a goal rests on is newer than 24 calendar months before the day: an award where an award is
 * wanted, a sign of engagement where engagement is, else an audit. Exactly 24 months before is not newer.
 */
export function hasNews(evidence: Evidence, cohort: Cohort, { wanted }: Goal, asOf: Day): boolean {
  const isAward = awards.some((name) => name === wanted)
  const cell = isAward ? cells.awarded : wanted === 'Engaged' ? cells.engaged : cells.audited
  return tallyOf(evidence, news, cohort, asOf)[cell]! > 0
}

const cells = { audited: 0, awarded: 1, engaged: 2 } as const

/** What is recorded of a school, while it is news. */
const news: SpellKind = {
  name: 'news',
  size: () => Object.keys(cells).length,
  tell: ({ audits, awards: given, dataForms, reflections, starts }) => {
    const [heldOn, awardOn] = [numbersOf(audits, 'heldOn'), numbersOf(given, 'awardOn')]
    const [returnedOn, year] = [numbersOf(reflections, 'returnedOn'), numbersOf(dataForms, 'year')]
    const oldOn = firstReaching(-freshMonths)
    // A data form is a sign of engagement on the first day of its year.
    const sentOn = year.reduce((days, each) => days.set(each, dayNumber(firstDayOf(each))), new Map<number, number>())
    return (school, tell) => {
      for (let row = starts.audits[school]!; row < starts.audits[school + 1]!; row++)
        tell(heldOn[row]!, oldOn(heldOn[row]!) - 1, cells.audited, cells.engaged)
      for (let row = starts.awards[school]!; row < starts.awards[school + 1]!; row++)
        tell(awardOn[row]!, oldOn(awardOn[row]!) - 1, cells.awarded)
      for (let row = starts.reflections[school]!; row < starts.reflections[school + 1]!; row++)
        if (returnedOn[row] !== never) tell(returnedOn[row]!, oldOn(returnedOn[row]!) - 1, cells.engaged)
      for (let row = starts.dataForms[school]!; row < starts.dataForms[school + 1]!; row++) {
        const from = sentOn.get(year[row]!)!
        tell(from, oldOn(from) - 1, cells.engaged)
      }
    }
  },
}
