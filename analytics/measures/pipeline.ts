import { standingsOf } from '../cohorts/standings.ts'
import { tallyOf } from '../cohorts/tally.ts'
import { calendarFrom, monthOf } from './due-calendar.ts'
import { dueCells, dueKinds, dueMonths, dueSpells, noVisitDay } from './due-spells.ts'
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
    const [due, months] = [tallyOf(evidence, dueSpells, cohort, asOf), dueMonths(evidence)]
    const [first, later] = [monthOf(asOf) - months.first, rows.length - 1]
    for (const kind of dueKinds) {
      const cells = dueCells(months, kind)
      rows[0]![kind] += due[cells.overdue]!
      rows[1]![kind] += due[cells.now]!
      for (let row = 2; row < later; row++) {
        const turn = first + row - 2
        if (turn >= 0 && turn < months.count) rows[row]![kind] += due[cells.month(turn)]!
      }
      rows[later]![kind] += due[cells.later]!
    }
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
