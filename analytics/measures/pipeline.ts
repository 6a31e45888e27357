import { standingsOf } from '../cohorts/standings.ts'
import { everyone, tallyBy, tallyOf } from '../cohorts/tally.ts'
import { addMonths, dayNumber, dayOfNumber, partsOfDay, type Day } from '../framework/day.ts'
import { dueCell, dueDays, dueKinds, dueSpells, noVisitDay } from './due-spells.ts'
import type { Measure } from './measure.ts'
import { reflectionSpells, statusCell } from './reflection-statuses.ts'
import { reflectionMonths } from '../framework/achieved.ts'

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

/** How far ahead the months are told apart. */
const monthsAhead = 12

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
    const due = tallyBy(evidence, dueSpells, everyone, cohort, asOf)
    dueDays(evidence).forEach((dueOn, place) => {
      const row = rows[calendar.at(dueOn)]!
      for (const kind of dueKinds) row[kind] += due[dueCell(kind, place)]!
    })
    const statuses = tallyOf(evidence, reflectionSpells, cohort, asOf)
    for (const month of reflectionMonths) {
      rows[0]!.reflections += statuses[statusCell(month, 'overdue')]!
      rows[1]!.reflections += statuses[statusCell(month, 'due')]!
    }
    const all = (key: 'awards' | 'reAudits') => rows.map((_, row) => ({ row, key }))
    const withAward = rows.reduce((sum, { awards }) => sum + awards, 0)
    return {
      rows,
      totals: {
        neverMet: standingsOf(evidence, cohort, asOf).notAudited,
        noAward: cohort.size - withAward,
        noVisitDay: due[noVisitDay]!,
      },
      identities: [
        { whole: 'population', parts: [...all('awards'), { row: 'totals', key: 'noAward' }] },
        { whole: 'population', parts: [...all('reAudits'), { row: 'totals', key: 'neverMet' }] },
      ],
    }
  },
}

interface Calendar {
  readonly names: readonly string[]
  /** The row of what is due on a day, by its number. */
  readonly at: (dueOn: number) => number
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** A month by the number of months since the year 0. */
const monthOf = (day: Day): number => {
  const [year = 0, month = 1] = partsOfDay(day) ?? []
  return year * 12 + month - 1
}

function calendarFrom(asOf: Day): Calendar {
  const [first, day, end] = [monthOf(asOf), dayNumber(asOf), dayNumber(addMonths(asOf, monthsAhead))]
  const months = Array.from({ length: monthsAhead + 1 }, (_, turn) => first + turn)
  const names = months.map((month) => `${monthNames[month % 12]} ${Math.floor(month / 12)}`)
  // There are many items to a day: the month of each day is worked out once.
  const rows = Uint8Array.from({ length: end - day + 1 }, (_, later) => 2 + monthOf(dayOfNumber(day + later)) - first)
  return {
    names: ['Overdue', 'Due now', ...names, 'Later'],
    at: (dueOn) => (dueOn < day ? 0 : dueOn === day ? 1 : (rows[dueOn - day] ?? names.length + 2)),
  }
}
