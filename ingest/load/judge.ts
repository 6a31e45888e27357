import type { Note } from '../note.ts'
import type { Problem } from '../problem.ts'
import type { Known } from '../sheets/known.ts'
import type { TabRow } from './check.ts'
import { differenceOf, type Difference } from './difference.ts'
import { gather, gatheredKey, type Gathering } from './gather.ts'
import type { OutcomeRow, RowOutcome } from './outcome.ts'
import type { SheetFile } from './read.ts'
import type { Change } from './write.ts'

/** What loading tabs of one kind would do: its outcome, and the changes of the rows that are right. */
export interface Judgement {
  readonly rows: readonly OutcomeRow[]
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
  readonly changes: readonly Change[]
}

/** The first fact is the one a row is named by; where that is none, the next speaks for the row. No facts, no say. */
function outcomeOf(differences: readonly Difference['is'][]): RowOutcome {
  if (differences.length === 0) return 'ignored'
  const first = differences.find((is) => is !== 'none')
  if (first === 'new') return 'loaded'
  return differences.every((is) => is === 'same' || is === 'none') ? 'same' : 'changed'
}

const keyOf = (sheet: string | null, row: number | null): string => JSON.stringify([sheet, row])

function outcomeRow(
  row: TabRow,
  wrong: ReadonlySet<string>,
  { repeats }: Gathering,
  differences: ReadonlyMap<string, Difference>,
): OutcomeRow {
  const at = { sheet: row.file.tab, row: row.row, urn: row.urn, candidates: row.candidates }
  if (row.problems.some(({ code }) => code === 'doubtful-school')) return { ...at, outcome: 'doubtful' }
  if (wrong.has(keyOf(row.file.tab, row.row))) return { ...at, outcome: 'problem' }
  if (repeats.has(row)) return { ...at, outcome: 'same' }
  return { ...at, outcome: outcomeOf(row.facts.map((fact) => differences.get(gatheredKey(fact))?.is ?? 'none')) }
}

const leftOut = ({ tab, leftovers }: SheetFile): readonly OutcomeRow[] =>
  leftovers.map(({ row }) => ({ sheet: tab, row, outcome: 'ignored', urn: null, candidates: [] }))

const byRow = (a: { readonly row: number | null }, b: { readonly row: number | null }): number =>
  (a.row ?? 0) - (b.row ?? 0)

/** What belongs to each tab in turn, in the order of its rows. */
const inOrder = <Item extends { readonly sheet: string | null; readonly row: number | null }>(
  files: readonly SheetFile[],
  items: readonly Item[],
): readonly Item[] => files.flatMap(({ tab }) => items.filter(({ sheet }) => sheet === tab).toSorted(byRow))

/** What is worth saying of all rows together, each note in the tab of its row. */
function survey(rows: readonly TabRow[], known: Known): readonly Note[] {
  const [first] = rows
  if (first === undefined) return []
  const { tab, sheet } = first.file
  if (rows.every(({ file }) => file === first.file))
    return sheet.survey(rows, known).map((note) => ({ ...note, sheet: tab }))
  const numbered = rows.map((row, index) => ({ ...row, row: index }))
  return sheet.survey(numbered, known).map((note) => {
    const row = rows[note.row ?? -1]
    return row === undefined ? note : { ...note, row: row.row, sheet: row.file.tab }
  })
}

/** Judges the rows of tabs of one kind together: what repeats, what conflicts, what is new, what differs. */
export function judge(files: readonly SheetFile[], checked: readonly TabRow[], known: Known): Judgement {
  const gathering = gather(checked)
  const differences = new Map([...gathering.facts].map(([key, { fact }]) => [key, differenceOf(fact, known.current)]))
  const problems = [
    ...files.flatMap(({ tab, sheet, problems }) =>
      [...sheet.asks(known), ...problems].map((problem) => ({ ...problem, sheet: tab })),
    ),
    ...checked.flatMap(({ file, problems }) => problems.map((problem) => ({ ...problem, sheet: file.tab }))),
    ...gathering.conflicts,
  ]
  const wrong = new Set(problems.map(({ sheet, row }) => keyOf(sheet, row)))
  const outcomes = checked.map((row) => outcomeRow(row, wrong, gathering, differences))
  const repeats: readonly Note[] = Array.from(gathering.repeats)
    .filter(({ file, row }) => !wrong.has(keyOf(file.tab, row)))
    .map(({ file, row }) => ({
      sheet: file.tab,
      row,
      column: null,
      text: 'repeats an earlier row, and is counted once',
    }))
  const notes = [
    ...files.flatMap((file) => file.notes.map((note) => ({ ...note, sheet: file.tab }))),
    ...checked.flatMap(({ file, notes }) => notes.map((note) => ({ ...note, sheet: file.tab }))),
    ...repeats,
    ...survey(checked, known),
  ]
  const changes = [...gathering.facts].map(([key, { fact, row }]) => ({
    fact,
    sheet: row.file.tab,
    row: row.row,
    difference: differences.get(key) ?? { is: 'same' as const },
  }))
  return {
    rows: inOrder(files, [...files.flatMap(leftOut), ...outcomes]),
    problems: inOrder(files, problems),
    notes,
    changes,
  }
}
