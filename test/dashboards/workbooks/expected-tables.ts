import type { Disclosed } from '../../../analytics/disclosure/disclose.ts'
import { partsOfDay } from '../../../analytics/framework/day.ts'
import { isMark, type Figure } from '../../../analytics/framework/mark.ts'
import { percentOf } from '../../../analytics/measures/percent.ts'
import type { SchoolLine } from '../../../analytics/cohorts/school-lines.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import type { CountyReport } from '../../../dashboards/workbooks/county/report.ts'

type Rows = readonly (readonly string[])[]

const count = (figure: Figure): string => (isMark(figure) ? `[${figure}]` : figure.toLocaleString('en-GB'))
const percent = (figure: Figure): string => (isMark(figure) ? `[${figure}]` : figure.toFixed(1))

function day(text: string | null): string {
  const parts = text === null ? null : partsOfDay(text)
  if (parts === null) return '[z]'
  const month = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[parts[1] - 1]
  return `${parts[2]} ${month} ${parts[0]}`
}

/** The figures of every table of the report as its answers have them, without headers, by worksheet. */
export function expectedTables(report: CountyReport): ReadonlyMap<string, Rows> {
  const { awards, cohorts, coverage, matrices, profile, progress, schools, scope, timeToBronze } = report
  const counts = (row: object): Figure[] =>
    Object.values(row).filter((value) => typeof value === 'number' || isMark(value))
  const withShares = (words: (row: object) => string[], answer: Disclosed, withoutShare = 0): Rows =>
    answer.rows.map((row) => [
      ...words(row),
      ...counts(row).map(count),
      ...(withoutShare === 0 ? [count(answer.population)] : []),
      ...counts(row)
        .slice(withoutShare)
        .map((figure) => percent(percentOf(figure, answer.population))),
    ])
  const strand = (row: object): string[] => ['strand' in row ? String(row.strand) : '']
  return new Map<string, Rows>([
    ['Coverage', withShares(() => [scope], coverage, 1)],
    ['Strand_profile', withShares(strand, profile)],
    ['Strand_progress', withShares(strand, progress)],
    [
      'Transition_matrix',
      matrices.flatMap(({ rows, totals, where }) =>
        rows.map((row) => [
          where.strand ?? '',
          row.first,
          ...counts(row).map(count),
          count(totals.n),
          count(totals.notComparable),
        ]),
      ),
    ],
    ...(cohorts === null ? [] : [['Cohort_progress', cohortRows(cohorts.rows)] as const]),
    ['Award_ladder', withShares(() => [scope], awards)],
    ...(timeToBronze === null ? [] : [['Time_to_award', waitRows(timeToBronze.rows, scope)] as const]),
    ...moreTables(report),
    ...(schools === null ? [] : [['Schools', schoolRows(schools, report.councils)] as const]),
  ])
}

const moreTables = ({ goals, outcomes, reflectionsDue, scope }: CountyReport): readonly (readonly [string, Rows])[] =>
  goals === null || outcomes === null || reflectionsDue === null
    ? []
    : [
        [
          'Reflections_due',
          reflectionsDue.rows.map(({ month, notDue, due, overdue, returned, withdrawn, superseded }) => [
            scope,
            ...[month, notDue, due, overdue, returned, withdrawn, superseded].map(count),
          ]),
        ],
        [
          'Reflection_outcomes',
          orMarks(
            outcomes.rows.map(({ month, theme, notStarted, started, mostlyAchieved, fullyAchieved, notAnswered }) => [
              scope,
              theme,
              count(month),
              ...[notStarted, started, mostlyAchieved, fullyAchieved, notAnswered].map(count),
            ]),
            8,
          ),
        ],
        [
          'Goal_attainment',
          goals.rows.map(({ goal, n, attained, value, target, trajectory, needed, status }) => [
            goal,
            status,
            ...[n, attained].map(count),
            ...[value, target, trajectory].map(percent),
            count(needed),
          ]),
        ],
      ]

const orMarks = (rows: Rows, columns: number): Rows =>
  rows.length === 0 ? [Array.from({ length: columns }, () => '[z]')] : rows

const cohortRows = (rows: NonNullable<CountyReport['cohorts']>['rows']): Rows =>
  orMarks(
    rows.map(({ cohort, yearsSince, partial, strand, size, n, atOrAboveEstablishing }) => [
      `${Number(cohort)}/${String(Number(cohort) + 1).slice(2)}`,
      partial ? 'Yes' : 'No',
      strand,
      count(yearsSince),
      count(size),
      count(n),
      count(atOrAboveEstablishing),
    ]),
    7,
  )

const waitRows = (rows: NonNullable<CountyReport['timeToBronze']>['rows'], scope: string): Rows =>
  orMarks(
    rows.map(({ day, atRisk, events, censored, survival, lower, upper }) => [
      scope,
      ...[day, atRisk, events, censored].map(count),
      ...[survival, lower, upper].map((share) => percent(percentOf(share, 1))),
    ]),
    8,
  )

const schoolRows = (schools: readonly SchoolLine[], councils: ReadonlyMap<string, string>): Rows =>
  schools.length === 0
    ? [Array.from({ length: 12 }, () => '[z]')]
    : schools.map((line) => [
        String(line.urn),
        line.name,
        councils.get(line.council) ?? '',
        line.district ?? '[x]',
        line.phase,
        day(line.auditedOn),
        ...strands.map((_, at) => (line.auditedOn === null ? 'Not audited' : (line.levels[at] ?? 'Not rated'))),
        line.award === null ? 'No award' : `${line.award.award}${line.award.valid ? '' : ' (lapsed)'}`,
        day(line.award?.validUntil ?? null),
      ])
