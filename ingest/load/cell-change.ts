import { factKeys } from '../../migrations/tables.ts'
import type { Cell, Fact } from '../sheets/fact.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { withoutProvenance, type Difference } from './difference.ts'

/** What a row changes of what is known, under the heading of its sheet; null is nothing. */
export interface CellChange {
  readonly column: string | null
  readonly from: Cell
  readonly to: Cell
}

/** What one fact of a row changes, field by field; a fact that is withdrawn leaves nothing. */
export function cellChangesOf({ table, column, content }: Fact, difference: Difference, sheet: Sheet) {
  const before = 'before' in difference ? withoutProvenance(difference.before) : {}
  const keys: readonly string[] = factKeys[table]
  const fields = Object.keys(content ?? before).filter((field) => !keys.includes(field))
  return fields.flatMap((field): readonly CellChange[] => {
    const [from, said] = [before[field] ?? null, content === null ? null : content[field]]
    const isChange = said !== undefined && said !== from && difference.is !== 'same' && difference.is !== 'none'
    return isChange ? [{ column: sheet.columns[field]?.heading ?? column, from, to: said }] : []
  })
}
