import { problemOf, type Problem } from '../problem.ts'
import { factKey, type Cell, type Fact } from '../sheets/fact.ts'
import type { TabRow } from './check.ts'

type Content = Fact['content']

/** A fact with the row that first states it, and the row that says each of its fields. */
interface Gathered {
  readonly fact: Fact
  readonly row: TabRow
  readonly saidBy: Readonly<Record<string, TabRow>>
}

/** The facts of tabs of one kind each once, the conflicts between their rows, and the rows that only repeat. */
export interface Gathering {
  readonly facts: ReadonlyMap<string, Gathered>
  readonly conflicts: readonly Problem[]
  /** The rows of the conflicts. */
  readonly conflicting: ReadonlySet<TabRow>
  readonly repeats: ReadonlySet<TabRow>
}

/** The name of a fact among those of all tables. */
export const gatheredKey = ({ table, key }: Fact): string => `${table} ${factKey(table, key)}`

const fieldsOf = (...contents: readonly Content[]): readonly string[] => [
  ...new Set(contents.flatMap((content) => Object.keys(content ?? {}))),
]

/** The fields on which two statements of one fact disagree. */
function disagreements({ content, isTold }: Fact, later: Fact): readonly string[] {
  return fieldsOf(content, later.content).filter((field) => {
    const [a, b] = [content?.[field], later.content?.[field]]
    const isSilent = a == null || b == null
    return isTold === 'together' && isSilent ? false : (a ?? null) !== (b ?? null)
  })
}

const saidIn = ({ content }: Fact, row: TabRow): Record<string, TabRow> =>
  Object.fromEntries(
    Object.entries(content ?? {})
      .filter(([, value]) => value != null)
      .map(([field]) => [field, row]),
  )

/** One fact with all that either of two agreeing statements says. */
function together(earlier: Gathered, later: Fact, row: TabRow): Gathered {
  const said = Object.entries(later.content ?? {}).filter(([, value]) => value != null)
  const content: Record<string, Cell | undefined> = { ...earlier.fact.content, ...Object.fromEntries(said) }
  return {
    ...earlier,
    fact: { ...earlier.fact, content: earlier.fact.content === null && later.content === null ? null : content },
    saidBy: { ...saidIn(later, row), ...earlier.saidBy },
  }
}

const shown = (value: Cell | undefined): string => (value == null ? '' : String(value).slice(0, 200))

/** A row as another names it: with its sheet, where that is another one. */
const named = ({ row, file }: TabRow, from: TabRow): string =>
  file === from.file ? `row ${row}` : `sheet "${file.tab}", row ${row}`

function conflictOf(earlier: Gathered, later: Fact, tabRow: TabRow, field: string): Problem {
  const { row, file, textUnder } = tabRow
  const before = shown(earlier.fact.content?.[field])
  const said = before === '' ? 'nothing' : `"${before}"`
  const column = file.sheet.columns[field]?.heading ?? later.column
  return problemOf('conflict', textUnder(column) || shown(later.content?.[field]), {
    sheet: file.tab,
    row,
    column,
    accepted: `say one thing only: ${named(earlier.saidBy[field] ?? earlier.row, tabRow)} says ${said} of the same`,
  })
}

const saysMore = (earlier: Gathered, later: Fact): boolean =>
  Object.entries(later.content ?? {}).some(([field, value]) => value != null && earlier.fact.content?.[field] == null)

/** Brings the facts of all rows together. In a conflict the later row is the problem and names the earlier. */
export function gather(rows: readonly TabRow[]): Gathering {
  const facts = new Map<string, Gathered>()
  const conflicts: Problem[] = []
  const conflicting = new Set<TabRow>()
  const repeats = new Set<TabRow>()
  for (const row of rows) {
    const { facts: stated } = row
    const earlier = stated.map((fact) => facts.get(gatheredKey(fact)))
    const [first] = earlier
    if (
      first !== undefined &&
      stated.every((fact, index) => earlier[index] !== undefined && !saysMore(earlier[index], fact))
    )
      repeats.add(row)
    for (const fact of stated) {
      const key = gatheredKey(fact)
      const known = facts.get(key)
      if (known === undefined) facts.set(key, { fact, row, saidBy: saidIn(fact, row) })
      else {
        const fields = disagreements(known.fact, fact)
        conflicts.push(...fields.map((field) => conflictOf(known, fact, row, field)))
        if (fields.length > 0) conflicting.add(row)
        else facts.set(key, together(known, fact, row))
      }
    }
  }
  return { facts, conflicts, conflicting, repeats }
}
