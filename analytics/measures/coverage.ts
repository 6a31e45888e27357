import { levelCodes, standingsOf } from '../cohorts/standings.ts'
import { tallyOf } from '../cohorts/tally.ts'
import type { Cohort } from '../cohorts/cohort.ts'
import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { since, sinceCells } from '../evidence/standings.ts'
import { firstDayOf, lastDayOf, type AcademicYear } from '../framework/academic-year.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { strands } from '../framework/strand.ts'
import type { Measure, NoTotals } from './measure.ts'

export interface CoverageRow {
  readonly population: number
  readonly engaged: number
  readonly audited: number
  readonly reAudited: number
  readonly neverEngaged: number
  readonly notAudited: number
}

interface Counts {
  readonly engaged: number
  readonly audited: number
  readonly reAudited: number
}

/**
 * How many schools of the population have engaged with the hub (an audit, a returned reflection, or a data form whose
 * year has begun), been audited, and been audited again on another day, up to the as-of day. Asked for one academic
 * year, only engagement is of that year (an audit, a follow-up visit, a returned reflection or a data form of it); all
 * else is as of its last day.
 *
 * Source: the standard sheets, section 3, coverage.
 */
export const coverage: Measure<CoverageRow, NoTotals> = {
  id: 'coverage',
  title: 'Coverage',
  question: 'How many of our schools have we reached, and who is missing?',
  needs: [],
  takes: ['during'],
  columns: [
    {
      key: 'population',
      label: 'Population',
      unit: 'schools',
      note: 'state-funded schools of the area open on the day',
      known: true,
    },
    { key: 'engaged', label: 'Engaged', unit: 'schools', note: 'an audit, a returned reflection or a data form' },
    { key: 'audited', label: 'Audited', unit: 'schools' },
    { key: 'reAudited', label: 'Re-audited', unit: 'schools', note: 'audited on two or more different days' },
    { key: 'neverEngaged', label: 'Never engaged', unit: 'schools' },
    { key: 'notAudited', label: 'Not audited', unit: 'schools' },
  ],
  totalColumns: [],
  notes: ['Asked for one academic year, engaged and never engaged are of that year; all else is as of its last day.'],
  from: ['register', 'links', 'audits', 'awards', 'reflections', 'dataForms'],
  find(evidence, cohort, asked) {
    const upTo = countUpTo(evidence, cohort, asked.asOf)
    const counts =
      asked.during === undefined ? upTo : { ...upTo, engaged: engagedDuring(evidence, cohort, asked.during) }
    const population = cohort.size
    const cell = (key: keyof CoverageRow) => ({ row: 0, key })
    const row = {
      population,
      ...counts,
      neverEngaged: population - counts.engaged,
      notAudited: population - counts.audited,
    }
    return {
      rows: [row],
      totals: {},
      identities: [
        { whole: 'population', parts: [cell('engaged'), cell('neverEngaged')] },
        { whole: 'population', parts: [cell('audited'), cell('notAudited')] },
      ],
    }
  },
}

function countUpTo(evidence: Evidence, cohort: Cohort, asOf: Day): Counts {
  const engaged = tallyOf(evidence, since, cohort, asOf)[sinceCells.engaged]!
  const { notAudited, once } = standingsOf(evidence, cohort, asOf)
  const [strand] = strands
  const auditedOnce = levelCodes.reduce((sum, level) => sum + once(strand, level), 0)
  const audited = cohort.size - notAudited
  return { engaged, audited, reAudited: audited - auditedOnce }
}

/** How many schools engaged in an academic year. */
function engagedDuring(evidence: Evidence, cohort: Cohort, year: AcademicYear): number {
  const [from, until] = [dayNumber(firstDayOf(year)), dayNumber(lastDayOf(year))]
  const { starts } = evidence
  const inYear = (days: Int32Array) => (row: number) => days[row]! >= from && days[row]! <= until
  const audited = inYear(numbersOf(evidence.audits, 'heldOn'))
  const visited = inYear(numbersOf(evidence.awards, 'followUpOn'))
  const returned = inYear(numbersOf(evidence.reflections, 'returnedOn'))
  const yearOf = numbersOf(evidence.dataForms, 'year')
  const some = (begin: Readonly<Uint32Array>, school: number, holds: (row: number) => boolean): boolean => {
    for (let row = begin[school]!; row < begin[school + 1]!; row++) if (holds(row)) return true
    return false
  }
  return cohort.schools.reduce((engaged, school) => {
    const engages =
      some(starts.audits, school, audited) ||
      some(starts.awards, school, visited) ||
      some(starts.reflections, school, returned) ||
      some(starts.dataForms, school, (row) => yearOf[row] === year)
    return engaged + Number(engages)
  }, 0)
}
