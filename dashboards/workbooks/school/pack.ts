import { academicYearText } from '../../../analytics/framework/academic-year.ts'
import { dayText } from '../../parts/day.ts'
import { countText } from '../../parts/number.ts'
import { legend, marksOf } from '../legend.ts'
import { workbookName } from '../workbook-name.ts'
import type { CoverSection, TableSheet, WorkbookSpec } from '../workbook-spec.ts'
import { auditsSheet, awardsSheet, prioritiesSheet, reflectionsSheet } from './journey-sheets.ts'
import { planSheet } from './plan-sheet.ts'
import type { SchoolReport } from './school-report.ts'

/** All that is known of one school: its journey, its priorities, and how it looked back on them. */
export const schoolPackSpec = (report: SchoolReport): WorkbookSpec =>
  specOf(report, 'school-pack', 'School pack', [
    auditsSheet(report),
    awardsSheet(report),
    prioritiesSheet(report),
    reflectionsSheet(report),
  ])

/** What one school agreed at its latest audit, in the five columns of the plan. */
export const actionPlanSpec = (report: SchoolReport): WorkbookSpec =>
  specOf(report, 'action-plan', 'Action plan', [planSheet(report)])

function specOf(report: SchoolReport, name: string, what: string, tables: readonly TableSheet[]): WorkbookSpec {
  const { academicYear, hub, producedOn, school } = report
  return {
    name: workbookName(name, school.name, academicYear),
    title: `${what}: ${school.name}, ${academicYearText(academicYear)}`,
    organisation: hub,
    keywords: ['music education', 'Developing Quality Award', what.toLowerCase()],
    producedOn,
    academicYear,
    place: { name: school.name, council: null },
    cover: coverOf(report, tables),
    tables,
  }
}

function coverOf(report: SchoolReport, tables: readonly TableSheet[]): readonly CoverSection[] {
  const { asOf, audits, awards, dataVersion, hub, producedOn, school } = report
  const marks = marksOf(...tables.map(({ rows }) => rows))
  return [
    { heading: null, lines: [`What is recorded of ${school.name} in the Developing Quality Award.`] },
    {
      heading: 'What this workbook covers',
      lines: [
        `School: ${school.name}, URN ${school.urn}`,
        ...school.formerly.map(({ name, urn }) => `Formerly: ${name}, URN ${urn}`),
        `Phase: ${school.phase}`,
        `As at: ${dayText(asOf)}, with ${countText(audits.length, 'audit')} and ${countText(awards.length, 'award')}`,
        `Music hub: ${hub}`,
        `Data version: ${dataVersion}`,
        `Produced on: ${dayText(producedOn)}`,
      ],
    },
    {
      heading: 'How to read the tables',
      lines: [
        'No cell of a table is blank. Where there is nothing to say, a mark in square brackets says why.',
        ...legend(marks),
      ],
    },
    {
      heading: 'Who may read this workbook',
      lines: [`This copy is about one school, in full: it is for ${school.name} and ${hub}, and not to be passed on.`],
    },
    { heading: 'Contact', lines: [`For questions about this workbook, please ask ${hub}.`] },
  ]
}
