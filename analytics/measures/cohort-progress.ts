import type { Cohort } from '../cohorts/cohort.ts'
import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { academicYearOf, lastDayOf, type AcademicYear } from '../framework/academic-year.ts'
import { dayNumber, dayOfNumber, type Day } from '../framework/day.ts'
import { levelCode } from '../framework/level.ts'
import { strands, type Strand } from '../framework/strand.ts'
import type { Measure } from './measure.ts'
import { strandsAsked } from './strands-asked.ts'

export interface CohortProgressRow {
  /** The academic year of the first audit. */
  readonly cohort: AcademicYear
  readonly yearsSince: number
  /** Whether the year is not over on the as-of day, and so is cut there. */
  readonly partial: boolean
  readonly strand: Strand
  readonly size: number
  readonly n: number
  readonly atOrAboveEstablishing: number
}

export interface CohortProgressTotals {
  readonly audited: number
  readonly notAudited: number
}

/**
 * The schools of the population by the academic year of their first audit; for that year and each since, up to the
 * one of the as-of day, and each strand: of those rated in the strand in their latest audit by the end of that year
 * (`n`), how many are at or above Establishing. `size` is all schools of the cohort, rated or not, so that those not
 * rated are the rest. A year that no school was first audited in has no rows. The year that holds the as-of day is cut
 * there; it is partial unless the day is its last.
 *
 * Source: the standard sheets, section 3, cohort-progress.
 */
export const cohortProgress: Measure<CohortProgressRow, CohortProgressTotals> = {
  id: 'cohort-progress',
  title: 'Cohort progress',
  question: 'How many schools have reached Establishing, by the year we first met them and the years since?',
  needs: [],
  takes: ['strand'],
  columns: [
    { key: 'cohort', label: 'Cohort', unit: 'academic year', note: 'the academic year of the first audit' },
    {
      key: 'yearsSince',
      label: 'Years since',
      unit: 'years',
      note: 'academic years since that of the first audit, which is 0',
    },
    { key: 'partial', label: 'Partial', unit: 'yes or no', note: 'the year is not over, and is cut at the day' },
    { key: 'strand', label: 'Strand', unit: 'words' },
    { key: 'size', label: 'Cohort size', unit: 'schools', note: 'all schools first audited in that year' },
    { key: 'n', label: 'Rated', unit: 'schools', note: 'in this strand, in the latest audit by the end of the year' },
    { key: 'atOrAboveEstablishing', label: 'At or above Establishing', unit: 'schools', note: 'of those rated' },
  ],
  totalColumns: [
    { key: 'audited', label: 'Audited', unit: 'schools', note: 'all cohorts together' },
    { key: 'notAudited', label: 'Not audited', unit: 'schools', note: 'in no cohort' },
  ],
  notes: [
    'A school not audited again keeps the level of its latest audit, so a share that stays level does not show that schools were seen again.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'audits'],
  find(evidence, cohort, asked) {
    const cohorts = cohortsOf(evidence, cohort, asked.asOf)
    const asking = strandsAsked(asked)
    const rows = cohorts.flatMap(({ year, size, levelCounts }) =>
      levelCounts.flatMap((counts, yearsSince) =>
        asking.map((strand): CohortProgressRow => {
          const { n, reached } = counts[strands.indexOf(strand)]!
          const partial = asked.asOf < lastDayOf(year + yearsSince)
          return { cohort: year, yearsSince, partial, strand, size, n, atOrAboveEstablishing: reached }
        }),
      ),
    )
    const audited = cohorts.reduce((sum, { size }) => sum + size, 0)
    const firstRows = rows.flatMap(({ yearsSince, strand }, row) =>
      yearsSince === 0 && strand === asking[0] ? [{ row, key: 'size' }] : [],
    )
    const total = (key: keyof CohortProgressTotals) => ({ row: 'totals', key }) as const
    return {
      rows,
      totals: { audited, notAudited: cohort.size - audited },
      identities: [
        { whole: 'population', parts: [total('audited'), total('notAudited')] },
        { whole: 'population', parts: [...firstRows, total('notAudited')] },
      ],
    }
  },
}

interface StrandCount {
  n: number
  reached: number
}

/** The schools first audited in one academic year; for it and each year since, by strand, how many are rated how. */
interface YearOfFirstAudit {
  readonly year: AcademicYear
  size: number
  readonly levelCounts: readonly (readonly StrandCount[])[]
}

const establishing = levelCode('Establishing')

/** Every cohort that has schools, earliest first. */
function cohortsOf(evidence: Evidence, { schools, size }: Cohort, asOf: Day): readonly YearOfFirstAudit[] {
  const [day, now] = [dayNumber(asOf), academicYearOf(asOf)]
  const heldOn = numbersOf(evidence.audits, 'heldOn')
  const level = (['level0', 'level1', 'level2', 'level3'] as const).map((name) => numbersOf(evidence.audits, name))
  const starts = evidence.starts.audits
  const cohorts = new Map<AcademicYear, YearOfFirstAudit>()
  for (let at = 0; at < size; at++) {
    const [start, end] = [starts[schools[at]!]!, starts[schools[at]! + 1]!]
    if (start === end || heldOn[start]! > day) continue
    const year = academicYearOf(dayOfNumber(heldOn[start]!))
    const cohort = cohorts.get(year) ?? emptyCohort(year, now)
    cohorts.set(year, cohort)
    cohort.size++
    let audit = start
    cohort.levelCounts.forEach((counts, yearsSince) => {
      const cut = Math.min(day, dayNumber(lastDayOf(year + yearsSince)))
      while (audit + 1 < end && heldOn[audit + 1]! <= cut) audit++
      counts.forEach((count, strand) => {
        const code = level[strand]![audit]!
        count.n += Number(code > 0)
        count.reached += Number(code >= establishing)
      })
    })
  }
  return [...cohorts.values()].toSorted((a, b) => a.year - b.year)
}

const emptyCohort = (year: AcademicYear, now: AcademicYear): YearOfFirstAudit => ({
  year,
  size: 0,
  levelCounts: Array.from({ length: now - year + 1 }, () => strands.map(() => ({ n: 0, reached: 0 }))),
})
