import { codesOf, numbersOf, wordsOf } from '../../../analytics/evidence/columns.ts'
import { forever } from '../../../analytics/evidence/endless.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { academicYearOf } from '../../../analytics/framework/academic-year.ts'
import { addMonths, dayNumber, dayOfNumber } from '../../../analytics/framework/day.ts'
import { nextDays } from './following.ts'
import { monthOf } from './months.ts'
import type { Own, Place } from './place.ts'
import type { Prepared } from './table.ts'

const yearOf = (day: number): number => academicYearOf(dayOfNumber(day))
const last = 9999

/**
 * Audits with the day of the next one, what became of each strand since the first (0 where the two cannot be compared),
 * the academic years of the first, of this and of the next, and the day to be held again.
 */
export function audits(evidence: Evidence, place: Place): Prepared {
  const { audits, comparable, starts } = evidence
  const [school, heldOn] = [numbersOf(audits, 'school'), numbersOf(audits, 'heldOn')]
  const [framework, adviser] = [codesOf(audits, 'framework'), codesOf(audits, 'adviser')]
  const frameworks = wordsOf(audits, 'framework').length
  const levels = (['level0', 'level1', 'level2', 'level3'] as const).map((name) => numbersOf(audits, name))
  const nextOn = nextDays(school, heldOn)
  const first = Int32Array.from(school, (of) => {
    let row = starts.audits[of]!
    while (row + 1 < starts.audits[of + 1]! && heldOn[row + 1] === heldOn[row]) row++
    return row
  })
  const [again, year] = [reAuditDays(heldOn), Int32Array.from(heldOn, yearOf)]
  const isLike = (row: number): boolean => comparable[framework[first[row]!]! * frameworks + framework[row]!] === 1
  const firstLevel = (strand: number, row: number): number => (isLike(row) ? levels[strand]![first[row]!]! : 0)
  const moveOf = (strand: number, row: number): number => {
    const [from, to] = [firstLevel(strand, row), levels[strand]![row]!]
    return from === 0 || to === 0 ? 0 : to > from ? 1 : to === from ? 2 : 3
  }
  const own: readonly Own[] = [
    ['number', 'next_on', (row) => nextOn[row]!],
    ['number', 'held_on', (row) => heldOn[row]!],
    ['number', 'audit', (row) => row],
    ['byte', 'framework', (row) => framework[row]!],
    ['byte', 'adviser', (row) => adviser[row]!],
    ['byte', 'once', (row) => Number(heldOn[row] === heldOn[first[row]!])],
    ['short', 'levels', (row) => levels.reduceRight((code, level) => code * 5 + level[row]!, 0)],
    ['byte', 'moves', (row) => [3, 2, 1, 0].reduce((code, strand) => code * 4 + moveOf(strand, row), 0)],
    ...levels.flatMap((level, strand): readonly Own[] => [
      ['byte', `level${strand}`, (row) => level[row]!],
      ['byte', `first${strand}`, (row) => firstLevel(strand, row)],
    ]),
    ['short', 'cohort', (row) => year[first[row]!]!],
    ['short', 'year', (row) => year[row]!],
    ['short', 'next_year', (row) => (nextOn[row] === forever ? last : yearOf(nextOn[row]!))],
    ['number', 'again_on', (row) => again.day[row]!],
    ['number', 'again_month', (row) => again.month[row]!],
  ]
  return place('audit', ['next_on', 'held_on'], school, own)
}

/** The day 36 months after each audit, and its month. */
function reAuditDays(heldOn: Int32Array) {
  const day = heldOn.map((held) => dayNumber(addMonths(dayOfNumber(held), 36)))
  return { day, month: day.map(monthOf) }
}
