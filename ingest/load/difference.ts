import { assumed, factKey, type Cell, type Fact } from '../sheets/fact.ts'
import type { Current } from '../sheets/known.ts'

type Fields = Readonly<Record<string, Cell>>

/** How a fact of a file differs from what is known: `gone` closes what is known, `none` was and is not. */
export type Difference =
  | { readonly is: 'new'; readonly fields: Fields }
  | { readonly is: 'changed'; readonly fields: Fields; readonly before: Fields }
  | { readonly is: 'gone'; readonly before: Fields }
  | { readonly is: 'same' | 'none' }

const same: Difference = { is: 'same' }
const none: Difference = { is: 'none' }

const provenance: ReadonlySet<string> = new Set([
  'hubId',
  'receiptId',
  'sourceSheet',
  'sourceRow',
  'fromVersion',
  'untilVersion',
  'past',
])

const said = (content: Readonly<Record<string, Cell | undefined>>): Fields =>
  Object.fromEntries(Object.entries(content).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])))

/** A new fact whole: what its file does not say is what is assumed, or null. */
function fieldsOf({ table, key, content }: Fact): Fields {
  const fields: Record<string, Cell> = { ...key }
  for (const field in content) {
    const value = content[field]
    fields[field] = value === undefined ? (assumed[table]?.[field] ?? null) : value
  }
  return fields
}

/** A row of the store without where it came from. */
export const withoutProvenance = (row: Fields): Fields =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !provenance.has(field)))

/** Compares a fact of a file with the store's own; what the file says nothing about stays. */
export function differenceOf(fact: Fact, current: Current): Difference {
  const { table, key, content } = fact
  const before = current[table].get(factKey(table, key)) as Fields | undefined
  if (content === null) return before === undefined ? none : { is: 'gone', before }
  if (before === undefined) return { is: 'new', fields: fieldsOf(fact) }
  const isSame = Object.keys(content).every((field) => content[field] === undefined || content[field] === before[field])
  return isSame ? same : { is: 'changed', fields: { ...withoutProvenance(before), ...said(content) }, before }
}
