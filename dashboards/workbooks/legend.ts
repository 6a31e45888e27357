import { marks, type Mark } from '../../analytics/framework/mark.ts'
import type { Cell } from './workbook-spec.ts'

/** The marks that stand in some rows of a table. */
export const marksOf = (rows: readonly (readonly Cell[])[]): ReadonlySet<Mark> =>
  new Set(rows.flat().flatMap((cell) => (cell.kind === 'mark' ? cell.mark : [])))

/** What each mark used means, a sentence each, in the order in which marks are listed. */
export const legend = (used: ReadonlySet<Mark>): readonly string[] =>
  (Object.keys(marks) as Mark[]).filter((mark) => used.has(mark)).map((mark) => `[${mark}] means ${marks[mark]}.`)
