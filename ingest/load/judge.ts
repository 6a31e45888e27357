import { noteLines, type Note } from '../note.ts'
import type { Problem } from '../problem.ts'
import type { Known } from '../sheets/known.ts'
import type { SheetRow } from '../sheets/sheet.ts'
import { differenceOf, type Difference } from './difference.ts'
import { gather, gatheredKey, type Gathering } from './gather.ts'
import { countsOf, type Outcome, type OutcomeRow, type RowOutcome } from './outcome.ts'
import type { SheetFile } from './read.ts'
import type { Change } from './write.ts'

/** What a load would do: its outcome, and the changes that carry it out. None where the file has a problem. */
export interface Judgement {
  readonly outcome: Pick<Outcome, 'new' | 'changed' | 'same' | 'rows' | 'problems' | 'notes'>
  readonly changes: readonly Change[]
}

/** The first fact is the one a row is named by; where that is none, the next speaks for the row. */
function outcomeOf(differences: readonly Difference['is'][]): RowOutcome {
  const first = differences.find((is) => is !== 'none')
  if (first === 'new') return 'loaded'
  return differences.every((is) => is === 'same' || is === 'none') ? 'same' : 'changed'
}

function outcomeRow(
  row: SheetRow,
  wrong: ReadonlySet<number | null>,
  { repeats }: Gathering,
  differences: ReadonlyMap<string, Difference>,
): OutcomeRow {
  const at = { sheet: null, row: row.row, urn: row.urn, candidates: row.candidates }
  if (row.problems.some(({ code }) => code === 'doubtful-school')) return { ...at, outcome: 'doubtful' }
  if (wrong.has(row.row)) return { ...at, outcome: 'problem' }
  if (repeats.has(row.row)) return { ...at, outcome: 'same' }
  return { ...at, outcome: outcomeOf(row.facts.map((fact) => differences.get(gatheredKey(fact))?.is ?? 'none')) }
}

/** Nothing of a refused file is loaded, so no row of it says so. */
const refused = (row: OutcomeRow): OutcomeRow =>
  row.outcome === 'loaded' || row.outcome === 'changed' ? { ...row, outcome: 'ignored' } : row

const byRow = (a: Problem, b: Problem): number => (a.row ?? 0) - (b.row ?? 0)

/** Judges the rows of a file together: what repeats, what conflicts, what is new, what differs from what is known. */
export function judge(file: SheetFile, checked: readonly SheetRow[], known: Known): Judgement {
  const gathering = gather(checked, file.sheet)
  const differences = new Map([...gathering.facts].map(([key, { fact }]) => [key, differenceOf(fact, known.current)]))
  const problems = [...file.problems, ...checked.flatMap((row) => row.problems), ...gathering.conflicts].toSorted(byRow)
  const wrong = new Set(problems.map(({ row }) => row))
  const left: readonly OutcomeRow[] = file.leftovers.map(({ row }) => ({
    sheet: null,
    row,
    outcome: 'ignored',
    urn: null,
    candidates: [],
  }))
  const rows = [...left, ...checked.map((row) => outcomeRow(row, wrong, gathering, differences))]
    .map((row) => (problems.length === 0 ? row : refused(row)))
    .toSorted((a, b) => a.row - b.row)
  const repeats: readonly Note[] = Array.from(gathering.repeats.keys())
    .filter((row) => !wrong.has(row))
    .map((row) => ({ row, column: null, text: 'repeats an earlier row, and is counted once' }))
  const notes = [
    ...file.notes,
    ...checked.flatMap((row) => row.notes),
    ...repeats,
    ...file.sheet.survey(checked, known),
  ]
  const changes = [...gathering.facts].map(([key, { fact, row }]) => ({
    fact,
    row,
    difference: differences.get(key) ?? { is: 'same' as const },
  }))
  return {
    outcome: { ...countsOf(rows), rows, problems, notes: noteLines(notes) },
    changes: problems.length === 0 ? changes : [],
  }
}
