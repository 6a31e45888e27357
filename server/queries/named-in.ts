import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Place } from '../../ingest/redact.ts'
import type { Store } from '../../migrations/open.ts'
import { factKeys } from '../../migrations/tables.ts'
import { nameMatcher, surePart } from './name-matcher.ts'

/** A place where a name stands in words; other versions of the same fact are told too. */
export interface NameFound extends Place {
  /** Names the place as long as it says the same. */
  readonly code: string
  readonly urn: number | null
  readonly heldOn: string | null
  readonly receipt: number | null
  /** Whether it is what holds now. */
  readonly holds: boolean
  readonly text: string
  /** Where in the text the name stands. */
  readonly spans: readonly (readonly [start: number, length: number])[]
  /** Whether the name can be taken out: the audit log and what names a row cannot be changed. */
  readonly canGo: boolean
}

/** Tables that know people by themselves, and are told of in other ways; and those without words. */
const others: ReadonlySet<string> = new Set(['person', 'contact', 'consent', 'withdrawal', 'suppression', 'erasure'])

interface Worded {
  readonly table: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

const inCamel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Every table of hubs that has words, as the database itself describes them: a table that is new is searched too. */
async function wordedTables(store: Store): Promise<readonly Worded[]> {
  const tables = await store.withoutPlugins().introspection.getTables()
  return tables.flatMap(({ name, columns }) => {
    const all = new Set(columns.map((column) => inCamel(column.name)))
    const texts = columns.filter(({ dataType }) => /text/i.test(dataType)).map((column) => inCamel(column.name))
    const words = texts.filter((column) => !/(?:At|On|Hash|Before)$/.test(column))
    const table = inCamel(name)
    if (!all.has('hubId') || others.has(table) || words.length === 0) return []
    const facts: readonly string[] | undefined = Reflect.get(factKeys, table)
    const key = facts === undefined ? ['id', 'number'].filter((each) => all.has(each)) : [...facts, 'fromVersion']
    return [{ table, columns: words, key }]
  })
}

/** Every place of a hub where one of these names stands in words, by table and row. */
export async function findNames(store: Store, hubId: number, names: readonly string[]): Promise<readonly NameFound[]> {
  const matcher = nameMatcher(names)
  const found: NameFound[] = []
  for (const { table, columns, key } of await wordedTables(store)) {
    const holdsAny = columns.flatMap((column) =>
      names.map((name) => sql<boolean>`instr(lower(coalesce(${sql.ref(column)}, '')), ${surePart(name)}) > 0`),
    )
    const rows = (await store
      .selectFrom(table as 'priority')
      .selectAll()
      .where('hubId', '=', hubId)
      .where(sql<boolean>`(${sql.join(holdsAny, sql` or `)})`)
      .execute()) as readonly Readonly<Record<string, unknown>>[]
    for (const row of rows)
      for (const column of columns) {
        const text = row[column]
        const spans =
          typeof text !== 'string' ? [] : [...text.matchAll(matcher)].map((at) => [at.index, at[0].length] as const)
        if (typeof text !== 'string' || spans.length === 0) continue
        found.push(placeOf({ table, key, column, row, text, spans }))
      }
  }
  return [...found, ...(await findInReturns(store, hubId, matcher))]
}

/** The same in what is written in returns, which are of a hub by their return. Drafts alone can be changed. */
async function findInReturns(store: Store, hubId: number, matcher: RegExp): Promise<readonly NameFound[]> {
  const rows = await store
    .selectFrom('returnText')
    .innerJoin('returnIssue', 'returnIssue.id', 'returnText.returnId')
    .select(['returnId', 'narrative', 'number', 'text', 'state'])
    .where('hubId', '=', hubId)
    .orderBy('returnId')
    .orderBy('number')
    .execute()
  return rows.flatMap(({ state, text, ...row }) => {
    const spans = [...text.matchAll(matcher)].map((at) => [at.index, at[0].length] as const)
    if (spans.length === 0) return []
    const key = ['returnId', 'narrative', 'number']
    const place = placeOf({ table: 'returnText', key, column: 'text', row: { ...row, text }, text, spans })
    return [{ ...place, canGo: state === 'draft' }]
  })
}

/** What is frozen never changes; the audit log is only added to; what names a row cannot be taken out of it. */
const unchanging: ReadonlySet<string> = new Set(['auditLog', 'frozenView', 'returnIssue'])

function placeOf({
  table,
  key,
  column,
  row,
  text,
  spans,
}: Pick<NameFound, 'table' | 'column' | 'text' | 'spans'> & {
  readonly key: readonly string[]
  readonly row: Readonly<Record<string, unknown>>
}): NameFound {
  const known = Object.fromEntries(key.map((part) => [part, row[part] as string | number]))
  const numberAt = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null)
  return {
    code: createHash('sha256')
      .update(JSON.stringify([table, known, column, text]))
      .digest('hex')
      .slice(0, 12),
    table,
    key: known,
    column,
    urn: numberAt('urn'),
    heldOn: typeof row['heldOn'] === 'string' ? row['heldOn'] : null,
    receipt: numberAt('receiptId'),
    holds: (row['untilVersion'] ?? null) === null,
    text,
    spans,
    canGo: !unchanging.has(table) && key.length > 0 && !key.includes(column),
  }
}
