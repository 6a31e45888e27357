/** A second, plain reading of pipeline, from docs/measures.md. */
import type { AwardGiven, Facts } from '../../analytics/evidence/facts.ts'
import { allAuditsOf, latestOf } from './oracle-audits.ts'
import { monthsLater } from './oracle-days.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'
import { reflectionStatus } from './oracle-reflections.ts'
import type { PlainSchool } from './oracle-schools.ts'

const awardWords = ['Working towards Bronze', 'Bronze', 'Silver', 'Gold']
const monthWords = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const monthOf = (day: string): string => `${monthWords[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`

/** The row in which something due on a day stands; null for what was due before. */
function rowOf(due: string, day: string): string | null {
  if (due < day) return null
  if (due === day) return 'Due now'
  return due <= monthsLater(day, 12) ? monthOf(due) : 'Later'
}

function latestAward(facts: Facts, { urns }: PlainSchool, day: string): AwardGiven | undefined {
  const given = facts.awards.filter(({ urn, awardOn }) => awardOn <= day && urns.includes(urn))
  const rank = ({ award }: AwardGiven): number => awardWords.indexOf(award)
  return given
    .toSorted(
      (a, b) =>
        (a.awardOn < b.awardOn ? -1 : a.awardOn > b.awardOn ? 1 : 0) ||
        rank(a) - rank(b) ||
        (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0) ||
        a.urn - b.urn,
    )
    .at(-1)
}

/** Whether anything is recorded of a school from one day to another, but for one award. */
function isHeardOf(facts: Facts, { urns }: PlainSchool, from: string, to: string, but: AwardGiven): boolean {
  const within = (on: string | null): boolean => on !== null && on >= from && on <= to
  return (
    facts.audits.some(({ urn, heldOn }) => urns.includes(urn) && within(heldOn)) ||
    facts.awards.some((award) => award !== but && urns.includes(award.urn) && within(award.awardOn)) ||
    facts.reflections.some(({ urn, returnedOn }) => urns.includes(urn) && within(returnedOn))
  )
}

export function plainPipeline(facts: Facts, day: string, where: PlainWhere) {
  const months = Array.from({ length: 13 }, (_, at) => monthOf(monthsLater(`${day.slice(0, 7)}-01`, at)))
  const rows = ['Overdue', 'Due now', ...months, 'Later'].map((when) => ({
    when,
    reflections: 0,
    visits: 0,
    awards: 0,
    reAudits: 0,
  }))
  const add = (when: string, column: 'reflections' | 'visits' | 'awards' | 'reAudits'): void => {
    rows.find((row) => row.when === when)![column]++
  }
  const totals = { neverMet: 0, noVisitDay: 0, noAward: 0 }
  for (const school of plainPopulation(facts, day, where)) {
    for (const audit of allAuditsOf(facts, school, day))
      for (const month of [12, 24]) {
        const status = reflectionStatus(facts, school, audit, month, day)
        if (status === 'overdue') add('Overdue', 'reflections')
        if (status === 'due') add('Due now', 'reflections')
        if (status === 'notDue') add(rowOf(monthsLater(audit.heldOn, month), day)!, 'reflections')
      }

    const award = latestAward(facts, school, day)
    if (award === undefined) totals.noAward++
    else {
      add(rowOf(monthsLater(award.awardOn, 36), day) ?? 'Overdue', 'awards')
      const { followUpOn } = award
      if (followUpOn === null) totals.noVisitDay += award.award === 'Working towards Bronze' ? 1 : 0
      else {
        const row = rowOf(followUpOn, day)
        if (row !== null) add(row, 'visits')
        else if (!isHeardOf(facts, school, followUpOn, day, award)) add('Overdue', 'visits')
      }
    }

    const latest = latestOf(facts, school, day)
    if (latest === undefined) totals.neverMet++
    else add(rowOf(monthsLater(latest.heldOn, 36), day) ?? 'Overdue', 'reAudits')
  }
  return { rows, totals }
}
