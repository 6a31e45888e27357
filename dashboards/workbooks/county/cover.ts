import type { Audience } from '../../../analytics/disclosure/audience.ts'
import { leastGroup, leastShown } from '../../../analytics/disclosure/suppress.ts'
import { academicYearText } from '../../../analytics/framework/academic-year.ts'
import { levels } from '../../../analytics/framework/level.ts'
import type { Mark } from '../../../analytics/framework/mark.ts'
import type { CountyReport } from './report.ts'
import { dayText } from '../../parts/day.ts'
import { countText } from '../../parts/number.ts'
import { legend } from '../legend.ts'
import type { CoverSection } from '../workbook-spec.ts'

/** The report's cover: what it is and of whom, how to read it, what is held back from whom, and whom to ask. */
export const coverOf = (report: CountyReport, marks: ReadonlySet<Mark>): readonly CoverSection[] => [
  { heading: null, lines: [summary] },
  { heading: 'What this report covers', lines: coveredBy(report) },
  { heading: 'How to read the tables', lines: conventions(marks) },
  { heading: 'Who may read this report', lines: readers[report.coverage.audience](report.hub) },
  { heading: 'Contact', lines: [report.contact ?? `For questions about this report, please ask ${report.hub}.`] },
]

const summary =
  'What the Developing Quality Award has found in schools: how many were reached, at which level each strand of ' +
  'their music stands, how far it has moved, and which awards they hold.'

const coveredBy = ({ academicYear, asOf, coverage, hub, producedOn, scope }: CountyReport): readonly string[] => [
  `Music hub: ${hub}`,
  `Area: ${scope}`,
  `Academic year: ${academicYearText(academicYear)}`,
  `Figures as at: ${dayText(asOf)}`,
  `Population: ${countText(coverage.population, 'school')}`,
  `School register: ${coverage.extractOn === null ? 'none is loaded yet' : `extract of ${dayText(coverage.extractOn)}`}`,
  `Data version: ${coverage.dataVersion}`,
  `Produced on: ${dayText(producedOn)}`,
]

const conventions = (marks: ReadonlySet<Mark>): readonly string[] => [
  `The four levels, lowest first: ${levels.join(', ')}. They are an order, not a score, and are never averaged.`,
  'Units stand in round brackets in the headers of the tables. Percentages are rounded half up to one decimal place.',
  'Notes stand in square brackets with a number, and are explained on the Notes worksheet.',
  'A zero is a true zero, and no cell of a table is blank. Where there is no figure, a mark in square brackets says why.',
  ...(marks.size === 0 ? ['No mark is used in this workbook.'] : legend(marks)),
]

const readers: Readonly<Record<Audience, (hub: string) => readonly string[]>> = {
  hub: (hub) => [
    `This copy is for ${hub} only. It names schools, and its figures are exact, so it must not be published or passed on.`,
    'Councils get a copy of their own, without names and with small numbers suppressed.',
  ],
  council: () => [
    'This copy is for the council. It names no school.',
    `Numbers of fewer than ${leastShown} schools, other than 0, are replaced by [c], and so is any number of the same table from which they could be worked out.`,
    `Where a table speaks of fewer than ${leastGroup} schools in all, everything in it but the population is replaced.`,
    'A percentage is replaced where its number is.',
  ],
  school: () => ['This copy is for schools.'],
}
