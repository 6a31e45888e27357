import { academicYearText } from '../../../analytics/framework/academic-year.ts'
import type { Column } from '../../../analytics/measures/measure.ts'
import type { CountyReport } from './report.ts'
import { dayText } from '../../parts/day.ts'
import { marksOf } from '../legend.ts'
import { measureSheet } from '../measure-sheet.ts'
import type { TableSheet, WorkbookSpec } from '../workbook-spec.ts'
import { coverOf } from './cover.ts'
import { matrixSheet } from './matrix-sheet.ts'
import { schoolsSheet } from './schools-sheet.ts'

/** The county report described: its cover, and a worksheet for each of its tables. */
export function countyReportSpec(report: CountyReport): WorkbookSpec {
  checkReport(report)
  const tables = tablesOf(report)
  return {
    title: `County report on music in schools: ${report.hub}, ${report.scope}, ${academicYearText(report.academicYear)}`,
    organisation: report.hub,
    keywords: ['music education', 'music hub', 'Developing Quality Award', report.scope],
    producedOn: report.producedOn,
    cover: coverOf(report, marksOf(tables.flatMap(({ rows }) => rows))),
    tables,
  }
}

function tablesOf(report: CountyReport): readonly TableSheet[] {
  const { asOf, awards, cohorts, councils, coverage, matrices, profile, progress, schools, scope } = report
  const { goals, outcomes, reflectionsDue, timeToBronze } = report
  const source = sourceOf(report)
  const shown = { scope, source, percentages: true }
  const plainly = { scope, source, percentages: false }
  const words = {
    notAudited: labelOf(profile.columns, 'notAudited'),
    notRated: labelOf(profile.columns, 'notRated'),
    noAward: labelOf(awards.columns, 'none'),
    lapsed: labelOf(awards.columns, 'lapsed'),
  }
  return [
    measureSheet(coverage, shown),
    measureSheet(profile, shown),
    measureSheet(progress, shown),
    matrixSheet(matrices, scope, source),
    ...(cohorts === null ? [] : [measureSheet(cohorts, plainly)]),
    measureSheet(awards, shown),
    ...(timeToBronze === null ? [] : [measureSheet(timeToBronze, plainly)]),
    ...(reflectionsDue === null ? [] : [measureSheet(reflectionsDue, plainly)]),
    ...(outcomes === null ? [] : [measureSheet(outcomes, plainly)]),
    ...(goals === null ? [] : [measureSheet(goals, plainly)]),
    ...(schools === null ? [] : [schoolsSheet(schools, { scope, source, asOf, councils, words })]),
  ]
}

const sourceOf = ({ coverage, hub }: CountyReport): string =>
  coverage.extractOn === null
    ? `${hub}, data version ${coverage.dataVersion}`
    : `${hub}, data version ${coverage.dataVersion}; national school register, extract of ${dayText(coverage.extractOn)}`

const labelOf = (columns: readonly Column[], key: string): string =>
  columns.find((column) => column.key === key)?.label ?? key

/** Throws where the parts of a report speak to different readers or of different data, or name schools to a council. */
function checkReport(report: CountyReport): void {
  const { asOf, awards, cohorts, coverage, matrices, profile, progress, schools, timeToBronze } = report
  const { goals, outcomes, reflectionsDue } = report
  const hubOnly = [cohorts, timeToBronze, reflectionsDue, outcomes, goals]
  const answers = [coverage, profile, progress, awards, ...matrices, ...hubOnly].filter((answer) => answer !== null)
  const told = new Set(
    answers.map(({ asOf, audience, dataVersion, population }) => [asOf, audience, dataVersion, population].join(' ')),
  )
  if (told.size !== 1 || coverage.asOf !== asOf)
    throw new RangeError(`answers that do not belong together: ${[...told].join('; ')}`)
  if (matrices.some(({ where }) => where.strand === undefined)) throw new RangeError('transition matrix of no strand')
  if (schools !== null && coverage.audience !== 'hub')
    throw new RangeError(`schools named to the audience: ${coverage.audience}`)
}
