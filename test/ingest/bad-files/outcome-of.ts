import { sql } from 'kysely'
import { problemLine, type Problem } from '../../../ingest/problem.ts'
import type { Store } from '../../../migrations/open.ts'
import { allFacts, hubWith } from '../story.ts'
import { long } from './bad-file.ts'

/** A hub with schools, their links, and one audit. */
export const northshire = (): Promise<Store> => hubWith(`${long}\n100002,2023-10-02,Co-curricular,Establishing\n`)

/** How many rows every table of the store has, and the data version. */
export async function countsOf(store: Store): Promise<Readonly<Record<string, number>>> {
  const tables = await sql<{
    name: string
  }>`select name from sqlite_master where type = 'table' order by name`.execute(store)
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(store)
    counts[name] = rows[0]?.count ?? 0
  }
  const { dataVersion } = await store.selectFrom('hub').select('dataVersion').executeTakeFirstOrThrow()
  return { ...counts, 'data version': dataVersion }
}

type Cell = string | number | null

const line = (table: string, fact: Readonly<Record<string, Cell>>): string =>
  [table, ...Object.values(fact).filter((cell) => cell !== null)].join(' ')

/** All facts as lines; an audit of which nothing more is told than its ratings is left to them. */
export async function allFactLines(store: Store): Promise<readonly string[]> {
  const found = (await allFacts(store)) as Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>
  const rated = new Set((found['rating'] ?? []).map(({ urn = null, heldOn = null }) => line('audit', { urn, heldOn })))
  return Object.entries(found)
    .flatMap(([table, facts]) => facts.map((fact) => line(table, fact)).filter((each) => !rated.has(each)))
    .toSorted()
}

/** What came of a file: its problems and notes, and the facts that it gave as lines. */
export interface CameOf {
  readonly problems: readonly Problem[]
  readonly problemCount: number
  readonly notes: readonly string[]
  readonly gave: readonly string[]
}

const mostLetters = 160

/** A text as a cell of the document: on one line, cut short, its signs shown and not obeyed. */
export function shown(text: string): string {
  const short = text.length > mostLetters ? `${text.slice(0, mostLetters).toWellFormed()} ...` : text
  return short
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .replaceAll(/[\\|`*_<>[\]~&]/g, '\\$&')
    .trim()
}

const more = (count: number, what: string): string =>
  count === 0 ? '' : ` And ${count} more ${what}${count === 1 ? '' : 's'}.`

/** What came of a file in words: how much it gave and the first note on it, or its first problem. */
export function inWords(file: string, { problems, problemCount, notes, gave }: CameOf): string {
  const [problem] = problems
  const [note] = notes
  if (problem !== undefined) return `Refused. ${shown(problemLine(file, problem))}${more(problemCount - 1, 'problem')}`
  const right =
    gave.length === 0 ? 'Taken: it has no row.' : `Right: ${gave.length} ${gave.length === 1 ? 'fact' : 'facts'}.`
  return note === undefined ? right : `${right} ${shown(note)}${more(notes.length - 1, 'note')}`
}
