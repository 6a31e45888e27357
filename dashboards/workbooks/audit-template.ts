import { textOrder } from '../../analytics/evidence/text-order.ts'
import type { SchoolLine } from '../../analytics/cohorts/school-lines.ts'
import type { Criterion } from '../../analytics/evidence/facts.ts'
import { academicYearText, type AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { dayText } from '../parts/day.ts'
import { countText } from '../parts/number.ts'
import { wordsCell } from './cell.ts'
import { dayColumn, wordsColumn } from './sheet-column.ts'
import { workbookName } from './workbook-name.ts'
import type { Cell, TableSheet, WorkbookSpec } from './workbook-spec.ts'

/** What an empty sheet of audits is made of. */
export interface AuditTemplate {
  readonly hub: string
  /** `Whole hub area`, or the part of it whose schools are listed. */
  readonly scope: string
  readonly asOf: Day
  readonly academicYear: AcademicYear
  readonly producedOn: Day
  readonly schools: readonly Pick<SchoolLine, 'urn' | 'name'>[]
  readonly criteria: readonly Criterion[]
}

/**
 * The sheet that advisers fill in away from the network, and what each level means. Its headings are the standard ones,
 * so that it can be loaded as it is.
 */
export function auditTemplateSpec(template: AuditTemplate): WorkbookSpec {
  const { academicYear, asOf, hub, producedOn, schools, scope } = template
  return {
    name: workbookName('audit-template', null, academicYear),
    title: `Sheet of audits to fill in: ${hub}, ${scope}, ${academicYearText(academicYear)}`,
    organisation: hub,
    keywords: ['music education', 'Developing Quality Award', 'audit'],
    producedOn,
    academicYear,
    place: { name: scope, council: null },
    cover: [
      {
        heading: null,
        lines: ['A row for each school, to be filled in at its audit, on a machine without network too.'],
      },
      {
        heading: 'How to fill it in',
        lines: [
          'Fill in the day of the meeting, who held it, and the level of each strand, on the worksheet Audits.',
          `The levels are, lowest first: ${levels.join(', ')}. Choose Not rated where a strand was not looked at.`,
          'Leave the rows of schools that had no audit as they are: they are passed over. A row with anything filled in needs its day.',
          'Do not change the headings, the URNs or the names of schools. To record two audits of one school, copy its row.',
          'What each level means is on the worksheet Levels, where a framework is loaded.',
        ],
      },
      {
        heading: 'What this workbook covers',
        lines: [
          `Music hub: ${hub}`,
          `Area: ${scope}, ${countText(schools.length, 'school')} open on ${dayText(asOf)}`,
          `Produced on: ${dayText(producedOn)}`,
        ],
      },
      {
        heading: 'Who may read this workbook',
        lines: [
          `It is for advisers of ${hub}. Once it is filled in it holds what was found at schools by name: do not pass it on.`,
        ],
      },
      { heading: 'Contact', lines: [`For questions about this workbook, please ask ${hub}.`] },
    ],
    tables: [auditsSheet(template), ...(template.criteria.length === 0 ? [] : [levelsSheet(template)])],
  }
}

const blank: Cell = { kind: 'blank' }

const auditsSheet = ({ schools, scope }: AuditTemplate): TableSheet => ({
  tab: 'Audits',
  title: `Audits to fill in: ${scope}`,
  lines: ['At which level does each strand stand? Fill in one row for each audit.'],
  source: null,
  blanks: 'Blank cells are to be filled in by the adviser.',
  columns: [
    wordsColumn('URN'),
    wordsColumn('School'),
    { ...dayColumn('Meeting date'), accepts: 'day' },
    wordsColumn('Adviser'),
    ...strands.map((strand) => ({ ...wordsColumn(strand), accepts: [...levels, 'Not rated'] })),
  ],
  rows: schools.map(({ urn, name }) => [
    wordsCell(String(urn)),
    wordsCell(name),
    blank,
    blank,
    ...strands.map(() => blank),
  ]),
})

/** As an adviser reads them: strand by strand, and within a theme from the lowest level to the highest. */
const inReadingOrder = (a: Criterion, b: Criterion): number =>
  textOrder(a.framework, b.framework) ||
  strands.indexOf(a.strand) - strands.indexOf(b.strand) ||
  textOrder(a.theme, b.theme) ||
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  a.number - b.number

const levelsSheet = ({ criteria }: AuditTemplate): TableSheet => ({
  tab: 'Levels',
  title: 'What each level means',
  lines: ['Choose the level whose statements fit best.'],
  source: null,
  columns: ['Edition', 'Part', 'Theme', 'Level', 'Statement number', 'Statement'].map(wordsColumn),
  rows: criteria
    .toSorted(inReadingOrder)
    .map(({ framework, strand, theme, level, number, criterion }) =>
      [framework, strand, theme, level, String(number), criterion].map(wordsCell),
    ),
})
