import type { Cohort } from '../cohorts/cohort.ts'
import { tallyOf } from '../cohorts/tally.ts'
import { numbersOf } from '../evidence/columns.ts'
import { forever, never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { levelsOf } from '../evidence/levels-of.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { latestWalk } from '../evidence/standings.ts'
import { academicYearOf, firstDayOf, lastDayOf, type AcademicYear } from '../framework/academic-year.ts'
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
    const now = academicYearOf(asked.asOf)
    const rows = cohorts.flatMap(({ year, size, countOf }) =>
      Array.from({ length: now - year + 1 }, (_, yearsSince) => yearsSince).flatMap((yearsSince) => {
        const partial = asked.asOf < lastDayOf(year + yearsSince)
        return asking.map((strand): CohortProgressRow => {
          const { n, reached } = countOf(yearsSince, strands.indexOf(strand))
          return { cohort: year, yearsSince, partial, strand, size, n, atOrAboveEstablishing: reached }
        })
      }),
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

/** The schools first audited in one academic year; for it and each year since, by strand, how many are rated how. */
interface YearOfFirstAudit {
  readonly year: AcademicYear
  readonly size: number
  readonly countOf: (yearsSince: number, strand: number) => { readonly n: number; readonly reached: number }
}

/** Every cohort that has schools, earliest first. */
function cohortsOf(evidence: Evidence, cohort: Cohort, asOf: Day): readonly YearOfFirstAudit[] {
  const counts = tallyOf(evidence, levelsByYear, cohort, asOf)
  const { first, last } = auditYears(evidence)
  const cells = cellsOf(evidence)
  return Array.from({ length: last - first + 1 }, (_, at): YearOfFirstAudit => {
    const year = first + at
    return {
      year,
      size: counts[cells.size(year)]!,
      countOf: (yearsSince, strand) => {
        // After the year of the last audit of all nothing changes any more.
        const by = Math.min(year + yearsSince, last)
        const [below, reached] = [counts[cells.below(year, by, strand)]!, counts[cells.reached(year, by, strand)]!]
        return { n: below + reached, reached }
      },
    }
  }).filter(({ size }) => size > 0)
}

/** The academic years of the first and the last audit of all. */
const auditYears = (evidence: Evidence) =>
  kept(evidence, 'years of audits', () => {
    const [earliest, latest] = numbersOf(evidence.audits, 'heldOn').reduce(
      ([low, high], day) => [Math.min(low, day), Math.max(high, day)] as const,
      [never, -never] as readonly [number, number],
    )
    if (earliest > latest) return { first: 0, last: -1 }
    return { first: academicYearOf(dayOfNumber(earliest)), last: academicYearOf(dayOfNumber(latest)) }
  })

/** Cells of the schools first audited in a year: all of them, and by a later year those rated in a strand. */
function cellsOf(evidence: Evidence) {
  const { first, last } = auditYears(evidence)
  const years = last - first + 1
  const rated = (year: number, by: number, strand: number): number =>
    years + (((year - first) * years + by - first) * strands.length + strand) * 2
  return {
    size: (year: number): number => year - first,
    below: rated,
    reached: (...of: Parameters<typeof rated>) => rated(...of) + 1,
  }
}

/**
 * How the strands of a school stand by each academic year, beside the year of its first audit: while a year lasts by the
 * latest audit, from its last day on for good.
 */
const levelsByYear: SpellKind = {
  name: 'levels by year',
  size: (evidence) => {
    const { first, last } = auditYears(evidence)
    return Math.max(1, cellsOf(evidence).below(last + 1, first, 0))
  },
  tell: (evidence) => {
    const { last } = auditYears(evidence)
    const [cells, yearOf] = [cellsOf(evidence), yearsOfDays()]
    const ratings = strands.map((strand) => levelsOf(evidence, strand))
    const walk = latestWalk(evidence)
    return (school, tell) => {
      let cohort: AcademicYear | null = null
      walk(school, (audit, from, until) => {
        if (cohort === null) tell(from, forever, cells.size(yearOf(from)))
        const year = (cohort ??= yearOf(from))
        const end = until === forever ? last + 1 : yearOf(until + 1)
        for (let by = yearOf(from); by <= Math.min(end, last); by++) {
          const told = ratings.flatMap((rating, strand) => {
            if (rating[audit] === 0) return []
            return rating[audit]! < establishing ? cells.below(year, by, strand) : cells.reached(year, by, strand)
          })
          tell(Math.max(from, dayNumber(firstDayOf(by))), by === end ? until : forever, ...told)
        }
      })
    }
  },
}

const establishing = levelCode('Establishing')

/** Finds the academic year of a day number; each day's is worked out once. */
function yearsOfDays(): (day: number) => AcademicYear {
  const known = new Map<number, AcademicYear>()
  return (day) => {
    const year = known.get(day) ?? academicYearOf(dayOfNumber(day))
    known.set(day, year)
    return year
  }
}
