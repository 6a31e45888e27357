import { marks, type Mark } from '../../analytics/framework/mark.ts'
import type { SheetRows } from './workbook-spec.ts'

/** The marks that stand in the rows of some tables. */
export function marksOf(...tables: readonly SheetRows[]): ReadonlySet<Mark> {
  const used = new Set<Mark>()
  for (const rows of tables)
    for (const row of rows) for (const cell of row) if (cell.kind === 'mark') used.add(cell.mark)
  return used
}

/** What each mark used means, a sentence each, in the order in which marks are listed. */
export const legend = (used: ReadonlySet<Mark>): readonly string[] =>
  (Object.keys(marks) as Mark[]).filter((mark) => used.has(mark)).map((mark) => `[${mark}] means ${marks[mark]}.`)
