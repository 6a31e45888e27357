import { dayText } from '../../parts/day.ts'
import { markCell, wordsCell } from '../cell.ts'
import { wordsColumn } from '../sheet-column.ts'
import type { Cell, TableSheet } from '../workbook-spec.ts'
import { sourceOf } from './journey-sheets.ts'
import type { SchoolReport } from './school-report.ts'

/** The five columns of a plan, as schools are given them. */
export const planColumns = ['What', 'Why', 'Where by when', 'How', 'What is needed'] as const

const words = (text: string | null): Cell => (text === null ? markCell('x') : wordsCell(text))

/** The priorities of the latest audit that has any: a row each, in the five columns of the plan. */
export function planSheet(report: SchoolReport): TableSheet {
  const { asOf, freeText, priorities, school } = report
  const latest = priorities
    .map(({ heldOn }) => heldOn)
    .toSorted()
    .at(-1)
  const agreed = priorities.filter(({ heldOn }) => heldOn === latest).toSorted((a, b) => a.priority - b.priority)
  return {
    tab: 'Action_plan',
    title: `Action plan: ${school.name}, as at ${dayText(asOf)}`,
    lines: [
      latest === undefined
        ? 'No priorities have been agreed yet.'
        : `These priorities were agreed on ${dayText(latest)}.`,
      ...(freeText
        ? []
        : ['What was written in words is left out: it is for the school, and for the advisers it is assigned to.']),
    ],
    source: sourceOf(report),
    columns: ['Priority', 'Strand', 'Theme', ...(freeText ? [...planColumns, 'Support offered'] : [])].map(wordsColumn),
    rows: agreed.map((row) => [
      wordsCell(String(row.priority)),
      words(row.strand),
      words(row.theme),
      ...(freeText
        ? [row.what, row.why, whereByWhen(row.target, row.byWhen), row.how, row.needs, row.support].map(words)
        : []),
    ]),
  }
}

/** Where the school wants to be, and by when, in one text; null where neither was written. */
const whereByWhen = (target: string | null, byWhen: string | null): string | null =>
  [target, byWhen === null ? null : `By when: ${byWhen}`].filter((text) => text !== null && text !== '').join('. ') ||
  null
