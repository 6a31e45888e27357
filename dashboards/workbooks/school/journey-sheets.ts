import { strands } from '../../../analytics/framework/strand.ts'
import { dayText } from '../../parts/day.ts'
import { dayCell, markCell, wordsCell } from '../cell.ts'
import { dayColumn, wordsColumn } from '../sheet-column.ts'
import type { Cell, TableSheet } from '../workbook-spec.ts'
import type { SchoolReport } from './school-report.ts'

/** Words, or not available where nobody wrote any. */
const words = (text: string | null): Cell => (text === null ? markCell('x') : wordsCell(text))

const titleOf = (what: string, { school, asOf }: SchoolReport): string =>
  `${what}: ${school.name}, as at ${dayText(asOf)}`

/** Where the figures of a school come from. */
export const sourceOf = ({ hub, dataVersion }: SchoolReport): string => `${hub}, data version ${dataVersion}`

const byDay = <T extends { readonly heldOn: string }>(
  all: readonly T[],
  place: (one: T) => number = () => 0,
): readonly T[] => all.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : place(a) - place(b)))

/** The school's audits, earliest first, with the level of each strand. */
export const auditsSheet = (report: SchoolReport): TableSheet => ({
  tab: 'Audits',
  title: titleOf('Audits', report),
  lines: ['At which level did each strand stand at each audit?'],
  source: sourceOf(report),
  columns: [dayColumn('Meeting date'), wordsColumn('Adviser'), wordsColumn('Framework'), ...strands.map(wordsColumn)],
  rows: report.audits.map(({ heldOn, adviser, framework, levels }) => [
    dayCell(heldOn),
    words(adviser),
    words(framework),
    ...strands.map((_, at) => wordsCell(levels[at] ?? 'Not rated')),
  ]),
})

const yesNo = (is: boolean | null): Cell => (is === null ? markCell('x') : wordsCell(is ? 'Yes' : 'No'))

/** The school's awards, earliest first. */
export const awardsSheet = (report: SchoolReport): TableSheet => ({
  tab: 'Awards',
  title: titleOf('Awards', report),
  lines: ['Which awards did the school receive, and until when is each valid?'],
  source: sourceOf(report),
  columns: [
    dayColumn('Meeting date'),
    wordsColumn('Award'),
    dayColumn('Award date'),
    dayColumn('Valid until'),
    wordsColumn('Music Mark nominated'),
    dayColumn('Follow-up visit'),
  ],
  rows: byDay(report.awards).map((award) => [
    dayCell(award.heldOn),
    wordsCell(award.award),
    dayCell(award.awardOn),
    dayCell(award.validUntil),
    yesNo(award.musicMarkNominated),
    dayCell(award.followUpOn),
  ]),
})

/** The school's priorities with the five columns of the plan, as they were written. */
export function prioritiesSheet(report: SchoolReport): TableSheet {
  const plan = report.freeText ? ['What', 'Why', 'Target', 'By when', 'How', 'Needs', 'Support offered'] : []
  return {
    tab: 'Priorities',
    title: titleOf('Priorities', report),
    lines: ['What did the school and the hub agree to work on?', ...withheld(report)],
    source: sourceOf(report),
    columns: [dayColumn('Meeting date'), ...['Priority', 'Strand', 'Theme', ...plan].map(wordsColumn)],
    rows: byDay(report.priorities, ({ priority }) => priority).map((row) => [
      dayCell(row.heldOn),
      wordsCell(String(row.priority)),
      words(row.strand),
      words(row.theme),
      ...(report.freeText
        ? [row.what, row.why, row.target, row.byWhen, row.how, row.needs, row.support].map(words)
        : []),
    ]),
  }
}

/** The school's reflection sheets: a row for each answer, or one for a sheet without any. */
export const reflectionsSheet = (report: SchoolReport): TableSheet => ({
  tab: 'Reflections',
  title: titleOf('Reflections', report),
  lines: ['How far was each priority achieved, in the words of the school?', ...withheld(report)],
  source: sourceOf(report),
  columns: [
    dayColumn('Meeting date'),
    wordsColumn('Month'),
    dayColumn('Due on'),
    dayColumn('Sent on'),
    dayColumn('Returned on'),
    dayColumn('Withdrawn on'),
    wordsColumn('Priority'),
    wordsColumn('Achieved'),
    ...(report.freeText ? [wordsColumn('Comment')] : []),
  ],
  rows: byDay(report.reflections, ({ month }) => month).flatMap((sheet) => {
    const said = [
      wordsCell(String(sheet.month)),
      dayCell(sheet.dueOn),
      ...[sheet.sentOn, sheet.returnedOn, sheet.withdrawnOn].map(dayCell),
    ]
    const answers = sheet.answers.length === 0 ? [null] : sheet.answers.toSorted((a, b) => a.priority - b.priority)
    return answers.map((answer) => [
      dayCell(sheet.heldOn),
      ...said,
      answer === null
        ? markCell('z')
        : wordsCell(answer.priority === 0 ? 'The sheet as a whole' : String(answer.priority)),
      answer?.achieved == null ? markCell('z') : wordsCell(answer.achieved),
      ...(report.freeText ? [words(answer?.comment ?? null)] : []),
    ])
  }),
})

const withheld = ({ freeText }: SchoolReport): readonly string[] =>
  freeText
    ? []
    : ['What was written in words is left out: it is for the school, and for the advisers it is assigned to.']
