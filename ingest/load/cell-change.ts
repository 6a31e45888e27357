import { factKeys } from '../../migrations/tables.ts'
import type { Cell, Fact } from '../sheets/fact.ts'
import { withoutProvenance, type Difference } from './difference.ts'
import type { SheetFile } from './read.ts'

/** What a row changes of what is known, under the heading that its file has for it; null is nothing. */
export interface CellChange {
  readonly column: string | null
  readonly from: Cell
  readonly to: Cell
}

/** What one fact of a row changes, field by field; a fact that is withdrawn leaves nothing. */
export function cellChangesOf(
  { table, column, content }: Fact,
  difference: Difference,
  { sheet, called }: Pick<SheetFile, 'sheet' | 'called'>,
): readonly CellChange[] {
  const headingOf = (field: string): string | null => sheet.columns[field]?.heading ?? column
  const ownOf = (heading: string | null): string | null => called.get(heading ?? '') ?? heading
  const before = 'before' in difference ? withoutProvenance(difference.before) : {}
  const keys: readonly string[] = factKeys[table]
  const fields = Object.keys(content ?? before).filter((field) => !keys.includes(field))
  return fields.flatMap((field): readonly CellChange[] => {
    const [from, said] = [before[field] ?? null, content === null ? null : content[field]]
    const isChange = said !== undefined && said !== from && difference.is !== 'same' && difference.is !== 'none'
    return isChange ? [{ column: ownOf(headingOf(field)), from, to: said }] : []
  })
}
