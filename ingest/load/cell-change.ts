import { factKeys } from '../../migrations/tables.ts'
import { trimmed } from '../recognise/reading.ts'
import type { Cell, Fact } from '../sheets/fact.ts'
import type { TabRow } from './check.ts'
import { withoutProvenance, type Difference } from './difference.ts'

/** What a row changes of what is known, under the heading that its file has for it; null is nothing. */
export interface CellChange {
  readonly column: string | null
  readonly from: Cell
  readonly to: Cell
  /** What the file says for it, where that is in other words than are kept. */
  readonly said?: string
}

/** What one fact of a row changes, field by field; a fact that is withdrawn leaves nothing. */
export function cellChangesOf(
  { table, column, content }: Fact,
  difference: Difference,
  { file: { sheet, called }, textUnder }: Pick<TabRow, 'file' | 'textUnder'>,
): readonly CellChange[] {
  const headingOf = (field: string): string | null => sheet.columns[field]?.heading ?? column
  const ownOf = (heading: string | null): string | null => called.get(heading ?? '') ?? heading
  const before = 'before' in difference ? withoutProvenance(difference.before) : {}
  const keys: readonly string[] = factKeys[table]
  const fields = Object.keys(content ?? before).filter((field) => !keys.includes(field))
  return fields.flatMap((field): readonly CellChange[] => {
    const [from, said] = [before[field] ?? null, content === null ? null : content[field]]
    const isChange = said !== undefined && said !== from && difference.is !== 'same' && difference.is !== 'none'
    if (!isChange) return []
    const heading = headingOf(field)
    const text = trimmed(heading === null ? '' : textUnder(heading))
    const own = text === '' || text === String(said) ? {} : { said: text }
    return [{ column: ownOf(heading), from, to: said, ...own }]
  })
}
