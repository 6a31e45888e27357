import { assumed, factKey, type Cell, type Fact } from '../sheets/fact.ts'
import type { Current } from '../sheets/known.ts'

/** How a fact of a file differs from what is known: `gone` closes what is known, `none` was and is not. */
export type Difference =
  | { readonly is: 'new' | 'changed'; readonly fields: Readonly<Record<string, Cell>> }
  | { readonly is: 'same' | 'gone' | 'none' }

const provenance: ReadonlySet<string> = new Set([
  'hubId',
  'receiptId',
  'sourceSheet',
  'sourceRow',
  'fromVersion',
  'untilVersion',
])

const said = (content: Readonly<Record<string, Cell | undefined>>): Readonly<Record<string, Cell>> =>
  Object.fromEntries(Object.entries(content).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])))

const unsaid = (content: Readonly<Record<string, Cell | undefined>>): Readonly<Record<string, null>> =>
  Object.fromEntries(Object.keys(content).map((field) => [field, null]))

const withoutProvenance = (row: Readonly<Record<string, Cell>>): Readonly<Record<string, Cell>> =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !provenance.has(field)))

/** Compares a fact of a file with the store's own; what the file says nothing about stays. */
export function differenceOf({ table, key, content }: Fact, current: Current): Difference {
  const row = current[table].get(factKey(table, key)) as Readonly<Record<string, Cell>> | undefined
  if (content === null) return { is: row === undefined ? 'none' : 'gone' }
  if (row === undefined)
    return { is: 'new', fields: { ...key, ...unsaid(content), ...assumed[table], ...said(content) } }
  const fields = { ...withoutProvenance(row), ...said(content) }
  const isSame = Object.entries(fields).every(([field, value]) => row[field] === value)
  return isSame ? { is: 'same' } : { is: 'changed', fields }
}
