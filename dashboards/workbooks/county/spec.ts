import { academicYearText, firstDayOf } from '../../../analytics/framework/academic-year.ts'
import type { Column } from '../../../analytics/measures/measure.ts'
import type { CountyReport } from './report.ts'
import { awardLadderChart } from '../../charts/award-ladder.ts'
import { strandProfileChart } from '../../charts/strand-profile.ts'
import { strandProgressChart } from '../../charts/strand-progress.ts'
import { awardColours, drawnAs, levelColours, movementColours } from '../chart-colours.ts'
import { dayText } from '../../parts/day.ts'
import { commentarySheets } from '../commentary-sheet.ts'
import { marksOf } from '../legend.ts'
import { measureSheet } from '../measure-sheet.ts'
import type { TableSheet, WorkbookSpec } from '../workbook-spec.ts'
import { workbookName } from '../workbook-name.ts'
import { coverOf } from './cover.ts'
import { matrixSheet } from './matrix-sheet.ts'
import { schoolsSheet } from './schools-sheet.ts'

/** The county report described: its cover, and a worksheet for each of its tables. */
export const countyReportSpec = (report: CountyReport): WorkbookSpec =>
  specOf(report, { name: 'county-report', title: 'County report on music in schools' })

/** The same for one council, disclosed to it. Throws where the answers are for anybody else. */
export function councilReportSpec(report: CountyReport): WorkbookSpec {
  const { audience, where } = report.coverage
  if (audience !== 'council' || where.council === undefined)
    throw new RangeError(`a council report of ${where.council ?? 'no council'} for: ${audience}`)
  return specOf(report, { name: 'council-report', title: 'Council report on music in schools' })
}

function specOf(report: CountyReport, called: { readonly name: string; readonly title: string }): WorkbookSpec {
  checkReport(report)
  const { academicYear, hub, producedOn, scope } = report
  const { where } = report.coverage
  const tables = tablesOf(report)
  const isWholeCouncil = Object.keys(where).length === 1
  return {
    name: workbookName(called.name, where.council === undefined ? null : scope, academicYear),
    title: `${called.title}: ${hub}, ${scope}, ${academicYearText(academicYear)}`,
    organisation: hub,
    keywords: ['music education', 'music hub', 'Developing Quality Award', scope],
    producedOn,
    academicYear,
    place: { name: scope, council: isWholeCouncil ? (where.council ?? null) : null },
    cover: coverOf(report, marksOf(...tables.map(({ rows }) => rows))),
    tables,
  }
}

function tablesOf(report: CountyReport): readonly TableSheet[] {
  const { asOf, awards, cohorts, councils, coverage, matrices, profile, progress, schools, scope } = report
  const { academicYear, commentary, goals, outcomes, reflectionsDue, timeToBronze } = report
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
    measureSheet(profile, { ...shown, adds: true, drawn: drawnAs(strandProfileChart(profile), levelColours) }),
    measureSheet(progress, { ...shown, adds: true, drawn: drawnAs(strandProgressChart(progress), movementColours) }),
    matrixSheet(matrices, scope, source),
    ...(cohorts === null ? [] : [measureSheet(cohorts, plainly)]),
    measureSheet(awards, { ...shown, adds: true, drawn: drawnAs(awardLadderChart(awards), awardColours) }),
    ...(timeToBronze === null ? [] : [measureSheet(timeToBronze, plainly)]),
    ...(reflectionsDue === null ? [] : [measureSheet(reflectionsDue, plainly)]),
    ...(outcomes === null ? [] : [measureSheet(outcomes, plainly)]),
    ...(goals === null ? [] : [measureSheet(goals, plainly)]),
    ...commentarySheets(commentary, { scope, since: firstDayOf(academicYear), asOf, source }),
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
