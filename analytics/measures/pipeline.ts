import type { Cohort } from '../cohorts/cohort.ts'
import { latestAuditOn, none } from '../cohorts/latest-audits.ts'
import { numbersOf } from '../evidence/columns.ts'
import { never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { reflectionMonths } from '../framework/achieved.ts'
import { awards } from '../framework/award.ts'
import { addMonths, dayNumber, dayOfNumber, partsOfDay, type Day } from '../framework/day.ts'
import type { Measure } from './measure.ts'
import { tellReflections } from './reflection-statuses.ts'

export interface PipelineRow {
  /** `Overdue`, `Due now`, a calendar month such as `July 2026`, or `Later`. */
  readonly when: string
  readonly reflections: number
  readonly visits: number
  readonly awards: number
  readonly reAudits: number
}

export interface PipelineTotals {
  readonly neverMet: number
  readonly noAward: number
  readonly noVisitDay: number
}

const kinds = ['reflections', 'visits', 'awards', 'reAudits'] as const

/** How long after an audit a school is invited again, in calendar months. */
const reAuditMonths = 36

/** How far ahead the months are told apart. */
const monthsAhead = 12

const towardsBronze = awards.indexOf('Working towards Bronze')

/**
 * What is overdue, due now, and due in each calendar month of the next twelve months: reflections, follow-up visits,
 * awards that lapse and audits to be held again.
 *
 * Source: docs/measures.md, pipeline.
 */
export const pipeline: Measure<PipelineRow, PipelineTotals> = {
  id: 'pipeline',
  title: 'Pipeline',
  question: 'What is due, overdue and lapsing, month by month?',
  needs: [],
  takes: [],
  columns: [
    { key: 'when', label: 'When', unit: 'words' },
    {
      key: 'reflections',
      label: 'Reflections due',
      unit: 'reflections',
      note: 'overdue more than 30 days after the due day',
    },
    {
      key: 'visits',
      label: 'Follow-up visits',
      unit: 'visits',
      note: 'overdue where nothing is recorded since the day',
    },
    { key: 'awards', label: 'Awards lapsing', unit: 'awards', note: 'by their last valid day; overdue have lapsed' },
    { key: 'reAudits', label: 'Audits to hold again', unit: 'audits', note: 'three years after the latest' },
  ],
  totalColumns: [
    { key: 'neverMet', label: 'Never met', unit: 'schools', note: 'no audit on or before the day' },
    { key: 'noAward', label: 'No award', unit: 'schools', note: 'on or before the day' },
    {
      key: 'noVisitDay',
      label: 'Follow-up visit without a day',
      unit: 'schools',
      note: 'the latest award is Working towards Bronze and names no visit',
    },
  ],
  notes: [
    'A follow-up visit whose day has passed counts as made once an audit, award or returned reflection is recorded from that day on.',
  ],
  fine: true,
  from: ['register', 'links', 'audits', 'awards', 'reflections'],
  find(evidence, cohort, { asOf }) {
    const calendar = calendarFrom(asOf)
    const rows = calendar.names.map((when) => ({ when, reflections: 0, visits: 0, awards: 0, reAudits: 0 }))
    const totals = fill(evidence, cohort, asOf, (kind, place) => rows[calendar.at(place)]![kind]++)
    const all = (key: (typeof kinds)[number]) => rows.map((_, row) => ({ row, key }))
    return {
      rows,
      totals,
      identities: [
        { whole: 'population', parts: [...all('awards'), { row: 'totals', key: 'noAward' }] },
        { whole: 'population', parts: [...all('reAudits'), { row: 'totals', key: 'neverMet' }] },
      ],
    }
  },
}

/** Where an item stands: overdue, due now, or due on a day to come. */
type Due = 'overdue' | 'now' | { readonly on: number }

interface Calendar {
  readonly names: readonly string[]
  /** The row of an item. */
  readonly at: (due: Due) => number
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** A month by the number of months since the year 0. */
const monthOf = (day: Day): number => {
  const [year = 0, month = 1] = partsOfDay(day) ?? []
  return year * 12 + month - 1
}

function calendarFrom(asOf: Day): Calendar {
  const [first, end] = [monthOf(asOf), dayNumber(addMonths(asOf, monthsAhead))]
  const months = Array.from({ length: monthsAhead + 1 }, (_, turn) => first + turn)
  const names = months.map((month) => `${monthNames[month % 12]} ${Math.floor(month / 12)}`)
  return {
    names: ['Overdue', 'Due now', ...names, 'Later'],
    at: (due) => {
      if (due === 'overdue') return 0
      if (due === 'now') return 1
      return due.on > end ? names.length + 2 : 2 + monthOf(dayOfNumber(due.on)) - first
    },
  }
}

const dueOn = (on: number, day: number): Due => (on < day ? 'overdue' : on === day ? 'now' : { on })

/** Tells every item, and counts the schools of which there is none. */
function fill(
  evidence: Evidence,
  { schools }: Cohort,
  asOf: Day,
  tell: (kind: (typeof kinds)[number], due: Due) => void,
): PipelineTotals {
  const day = dayNumber(asOf)
  const totals = { neverMet: 0, noAward: 0, noVisitDay: 0 }
  const heldOn = numbersOf(evidence.audits, 'heldOn')
  const [award, validUntil] = [numbersOf(evidence.awards, 'award'), numbersOf(evidence.awards, 'validUntil')]
  const followUpOn = numbersOf(evidence.awards, 'followUpOn')
  const [latestAudit, latestAward] = [latestAuditOn(evidence, asOf), latestAwardOn(evidence, day)]
  const isRecorded = recordedSince(evidence, day)
  for (const school of schools) {
    const [audit, given] = [latestAudit(school), latestAward(school)]
    if (audit === none) totals.neverMet++
    else tell('reAudits', dueOn(dayNumber(addMonths(dayOfNumber(heldOn[audit]!), reAuditMonths)), day))
    if (given === null) totals.noAward++
    else {
      tell('awards', dueOn(validUntil[given]!, day))
      const visit = followUpOn[given]!
      if (visit === never) totals.noVisitDay += Number(award[given] === towardsBronze)
      else if (visit >= day || !isRecorded(school, visit, given)) tell('visits', dueOn(visit, day))
    }
  }
  for (const month of reflectionMonths)
    tellReflections(evidence, schools, day, month, (status, dueOn) => {
      if (status === 'overdue') tell('reflections', 'overdue')
      if (status === 'due') tell('reflections', 'now')
      if (status === 'notDue') tell('reflections', { on: dueOn })
    })
  return totals
}

function latestAwardOn({ awards, starts }: Evidence, day: number): (school: number) => number | null {
  const awardOn = numbersOf(awards, 'awardOn')
  return (school) => {
    let last = starts.awards[school + 1]! - 1
    while (last >= starts.awards[school]! && awardOn[last]! > day) last--
    return last < starts.awards[school]! ? null : last
  }
}

/** Tells whether an audit, another award or a returned reflection of a school is recorded from a day up to the day asked about. */
function recordedSince({ audits, awards, reflections, starts }: Evidence, day: number) {
  const some = (begin: Readonly<Uint32Array>, days: Int32Array) => (school: number, since: number, but: number) => {
    for (let row = begin[school]!; row < begin[school + 1]!; row++)
      if (row !== but && days[row]! >= since && days[row]! <= day) return true
    return false
  }
  const audited = some(starts.audits, numbersOf(audits, 'heldOn'))
  const given = some(starts.awards, numbersOf(awards, 'awardOn'))
  const returned = some(starts.reflections, numbersOf(reflections, 'returnedOn'))
  return (school: number, since: number, award: number): boolean =>
    audited(school, since, none) || given(school, since, award) || returned(school, since, none)
}
