import { tallyOf } from '../cohorts/tally.ts'
import { reflectionMonths } from '../framework/achieved.ts'
import type { Measure } from './measure.ts'
import { reflectionSpells, reflectionStatuses as statuses, statusCell } from './reflection-statuses.ts'

export interface ReflectionsDueRow {
  /** Months after the meeting: 12 or 24. */
  readonly month: number
  readonly notDue: number
  readonly due: number
  readonly overdue: number
  readonly returned: number
  readonly withdrawn: number
  readonly superseded: number
}

export interface ReflectionsDueTotals {
  readonly audits: number
}

/**
 * For month 12 and month 24, where the reflection of each audit on or before the as-of day stands on that day: every
 * audit of every school of the population has one, two audits of one day one each. It is returned, else withdrawn,
 * else superseded by a newer audit of the school before it was due, else not due yet, due (to 30 days after its due
 * day), or overdue. The six add to the audits. A sheet with no day of return or withdrawal has been neither.
 *
 * Source: the standard sheets, section 3, reflections-due.
 */
export const reflectionsDue: Measure<ReflectionsDueRow, ReflectionsDueTotals> = {
  id: 'reflections-due',
  title: 'Reflections due',
  question: 'Which reflections are due, overdue or returned?',
  needs: [],
  takes: [],
  columns: [
    { key: 'month', label: 'Month', unit: 'months', note: 'calendar months after the meeting', known: true },
    { key: 'notDue', label: 'Not due yet', unit: 'reflections' },
    { key: 'due', label: 'Due', unit: 'reflections', note: 'from the due day to 30 days after it' },
    { key: 'overdue', label: 'Overdue', unit: 'reflections', note: 'more than 30 days after the due day' },
    { key: 'returned', label: 'Returned', unit: 'reflections' },
    { key: 'withdrawn', label: 'Withdrawn', unit: 'reflections' },
    {
      key: 'superseded',
      label: 'Superseded',
      unit: 'reflections',
      note: 'the school was audited again before the due day',
    },
  ],
  totalColumns: [
    { key: 'audits', label: 'Audits', unit: 'audits', note: 'on or before the day, each with a reflection' },
  ],
  notes: ['A reflection falls due 12 and 24 calendar months after its meeting, whether or not a sheet was sent.'],
  fine: true,
  from: ['register', 'links', 'audits', 'reflections'],
  find(evidence, cohort, { asOf }) {
    const counts = tallyOf(evidence, reflectionSpells, cohort, asOf)
    const rows = reflectionMonths.map((month): ReflectionsDueRow => {
      const of = (status: (typeof statuses)[number]): number => counts[statusCell(month, status)]!
      const [notDue, due, overdue] = [of('notDue'), of('due'), of('overdue')]
      return {
        month,
        notDue,
        due,
        overdue,
        returned: of('returned'),
        withdrawn: of('withdrawn'),
        superseded: of('superseded'),
      }
    })
    const audits = statuses.reduce((sum, key) => sum + (rows[0]?.[key] ?? 0), 0)
    return {
      rows,
      totals: { audits },
      identities: rows.map((_, row) => ({
        whole: { row: 'totals', key: 'audits' },
        parts: statuses.map((key) => ({ row, key })),
      })),
    }
  },
}
