import type { Note } from '../note.ts'
import { problemOf, type ProblemCode } from '../problem.ts'
import type { Rows } from './rows.ts'
import type { AnyGrid, GridRow, Grids } from './grid.ts'

import type { Problems } from './head.ts'

/** The tabs of a file that are read, or why it cannot be. */
export interface Tabs<Tab> extends Problems {
  readonly tabs: readonly Tab[]
  readonly notes: readonly Note[]
}

interface Unread extends Problems {
  readonly grid: AnyGrid
}

/** Problems for which a tab is not passed over: it has the headings of a sheet, or should not be in any file. */
const grave: ReadonlySet<ProblemCode> = new Set(['ambiguous-kind', 'pupil-data'])

const isGrave = ({ problems }: Unread): boolean => problems.some(({ code }) => grave.has(code))

const inPlace = ({ grid, problems }: Unread): Problems['problems'] =>
  problems.map((problem) => ({ ...problem, sheet: grid.sheet }))

function skipped(unread: readonly Unread[]): readonly Note[] {
  const names = unread.map(({ grid }) => `"${grid.sheet}"`).join(', ')
  return unread.length === 0
    ? []
    : [
        {
          row: null,
          column: null,
          text: `Worksheets skipped, for they lack the headings of a standard sheet: ${names}`,
        },
      ]
}

/** Where nothing can be read, the tab that comes nearest says why: the one with rows that has the fewest problems. */
const nearest = (unread: readonly Unread[]): readonly Unread[] =>
  unread
    .toSorted((a, b) => a.problems.length - b.problems.length)
    .toSorted((a, b) => Number(b.grid.rows.length > 0) - Number(a.grid.rows.length > 0))
    .slice(0, 1)

const isRead = <Tab extends object>(answer: Tab | Problems): answer is Tab => 'sheet' in answer

const nothingSeen = problemOf('empty-file', 'no worksheet that can be seen', {
  accepted: 'show the worksheet that is meant, for hidden ones are not read, and send the file again',
})

/** Reads every tab that has the headings of a sheet; the others are passed over, and that is said. */
export function readTabs<Tab extends { readonly sheet: unknown }>(
  { grids, notes, problems }: Grids<Rows<GridRow>>,
  read: (grid: AnyGrid) => Tab | Problems,
): Tabs<Tab> {
  if (problems.length > 0) return { tabs: [], notes, problems }
  if (grids.length === 0) return { tabs: [], notes, problems: [nothingSeen] }
  const answers = grids.map((grid) => ({ grid, answer: read(grid) }))
  const tabs = answers.flatMap(({ answer }) => (isRead(answer) ? [answer] : []))
  const unread = answers.flatMap(({ grid, answer }) => (isRead(answer) ? [] : [{ grid, problems: answer.problems }]))
  const refused = tabs.length > 0 || unread.some(isGrave) ? unread.filter(isGrave) : nearest(unread)
  return {
    tabs: refused.length > 0 ? [] : tabs,
    notes: [
      ...notes,
      ...refused.flatMap(({ grid }) => grid.notes),
      ...skipped(unread.filter((each) => !refused.includes(each))),
    ],
    problems: refused.flatMap(inPlace),
  }
}
