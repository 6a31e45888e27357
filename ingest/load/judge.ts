import type { Note } from '../note.ts'
import type { Problem } from '../problem.ts'
import type { Known } from '../sheets/known.ts'
import type { TabRow } from './check.ts'
import { differenceOf, type Difference } from './difference.ts'
import { gather, gatheredKey, type Gathering } from './gather.ts'
import type { RowOutcome } from './outcome.ts'
import type { Change } from './write.ts'

/** What became of a row, and how each of its facts differs from what is known. */
export interface Judged {
  readonly row: TabRow
  readonly outcome: RowOutcome
  readonly differences: readonly Difference[]
}

/** What loading rows of one kind would do: the outcome of each, and the changes of those that are right. */
export interface Judgement {
  readonly rows: readonly Judged[]
  readonly problems: readonly Problem[]
  /** Those of single rows, then what repeats, then what is said of the rows together. */
  readonly notes: readonly (readonly Note[])[]
  readonly changes: readonly Change[]
}

const none: Difference = { is: 'none' }

/** The first fact is the one a row is named by; where that is none, the next speaks for the row. No facts, no say. */
function outcomeOf(differences: readonly Difference['is'][]): RowOutcome {
  if (differences.length === 0) return 'ignored'
  const first = differences.find((is) => is !== 'none')
  if (first === 'new') return 'loaded'
  return differences.every((is) => is === 'same' || is === 'none') ? 'same' : 'changed'
}

function judgeRow(row: TabRow, differences: readonly Difference[], { conflicting, repeats }: Gathering): RowOutcome {
  if (row.problems.some(({ code }) => code === 'doubtful-school')) return 'doubtful'
  if (row.problems.length > 0 || conflicting.has(row) || row.file.problems.some((problem) => problem.row === row.row))
    return 'problem'
  return repeats.has(row) ? 'same' : outcomeOf(differences.map(({ is }) => is))
}

const inTab =
  ({ file }: TabRow) =>
  <Said extends Note | Problem>(said: Said): Said => ({ ...said, sheet: file.tab })

/** What is worth saying of all rows together, each note in the tab of its row. */
function survey(rows: readonly TabRow[], known: Known): readonly Note[] {
  const [first] = rows
  if (first === undefined) return []
  const { sheet } = first.file
  if (rows.every(({ file }) => file === first.file)) return sheet.survey(rows, known).map(inTab(first))
  const numbered = rows.map((row, index) => ({ ...row, row: index }))
  return sheet.survey(numbered, known).map((note) => {
    const row = rows[note.row ?? -1]
    return row === undefined ? note : { ...note, row: row.row, sheet: row.file.tab }
  })
}

/** What is wrong with all rows together. */
function lacking(rows: readonly TabRow[], known: Known): readonly Problem[] {
  const [first] = rows
  return first?.file.sheet.lacks(rows, known) ?? []
}

const repeated = ({ file, row }: TabRow): Note => ({
  sheet: file.tab,
  row,
  column: null,
  text: 'repeats an earlier row, and is counted once',
})

/** Judges rows of one kind together: what repeats, what conflicts, what is new, what differs. */
export function judge(checked: readonly TabRow[], known: Known): Judgement {
  const gathering = gather(checked)
  const differences = new Map([...gathering.facts].map(([key, { fact }]) => [key, differenceOf(fact, known.current)]))
  const rows = checked.map((row) => {
    const own = row.facts.map((fact) => differences.get(gatheredKey(fact)) ?? none)
    return { row, outcome: judgeRow(row, own, gathering), differences: own }
  })
  return {
    rows,
    problems: [
      ...checked.flatMap((row) => row.problems.map(inTab(row))),
      ...gathering.conflicts,
      ...lacking(checked, known),
    ],
    notes: [
      checked.flatMap((row) => row.notes.map(inTab(row))),
      rows
        .filter(({ row, outcome }) => outcome === 'same' && gathering.repeats.has(row))
        .map(({ row }) => repeated(row)),
      survey(checked, known),
    ],
    changes: [...gathering.facts].map(([key, { fact, row }]) => ({
      fact,
      sheet: row.file.tab,
      row: row.row,
      difference: differences.get(key) ?? none,
    })),
  }
}
