import { tallyNotes, type Note } from '../note.ts'
import type { Problem } from '../problem.ts'
import { rowsMade, type Rows } from '../readers/rows.ts'
import { keepFirst } from './first.ts'
import type { Judgement } from './judge.ts'
import { rowOutcomes, type Outcome, type OutcomeRow, type RowOutcome } from './outcome.ts'
import type { PlainJudgement } from './plain/judge.ts'
import type { SheetFile } from './read.ts'
import { inOwnWords as problemsInOwnWords, notesInOwnWords } from './own-words.ts'
import { keepRowOutcomes } from './row-outcomes.ts'

/** So many problems are listed, and as many rows are kept as they are rather than packed. */
const listed = 10_000

/** Rows are numbered within their tab, to a million and some. */
const tabRows = 2 ** 32

/** The notes of one row stay in their order. */
const rowNotes = 1000

/** What is said of rows together comes after what is said of single rows, and of repeats. */
const surveyStage = 2

const english = (count: number): string => count.toLocaleString('en-GB')

/** The rows of several tabs as those of one. */
function joined(parts: readonly Rows<OutcomeRow>[]): Rows<OutcomeRow> {
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { length }) => sum + length, 0))
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (length <= listed) return parts.flatMap((part) => [...part])
  return rowsMade(length, (index) => {
    const part = starts.findLastIndex((start) => start <= index)
    return parts[part]!.at(index - starts[part]!)!
  })
}

/** Gathers what is to be said of a load, part by part; what it keeps of a row is some bytes. */
export function openAccount(files: readonly SheetFile[]) {
  const outcomes = new Map(files.map((file) => [file, keepRowOutcomes(file)]))
  const tabs = files.map(({ tab }) => tab)
  const placeOf = ({ sheet, row }: Problem | Note): number => tabs.indexOf(sheet ?? null) * tabRows + (row ?? 0)
  const problems = keepFirst<Problem>(listed, (a, b) => placeOf(a) - placeOf(b))
  const notes = tallyNotes()
  let stage = 0
  const hasOwnWords = files.some(({ called }) => called.size > 0)
  const inOwnWords = (note: Note): Note => (hasOwnWords ? (notesInOwnWords(files, [note])[0] ?? note) : note)
  const count = (outcome: RowOutcome): number =>
    [...outcomes.values()].reduce((sum, { counts }) => sum + counts[outcome], 0)

  /** Notes on rows of a kind; of those of single rows, of repeats and of the survey, each kind after the other. */
  const noteOfRows = (told: readonly Note[], after: number): void => {
    const turns = new Map<number, number>()
    for (const note of told) {
      const place = placeOf(note)
      const turn = turns.get(place) ?? 0
      turns.set(place, turn + 1)
      notes.add(inOwnWords(note), { stage: stage + after, place: place * rowNotes + turn })
    }
  }

  return {
    /** Notes that stand together, in their order. */
    note: (told: Iterable<Note>, at?: number): void => {
      for (const note of told) notes.add(note, { stage: at ?? stage++, place: 0 })
    },
    /** Notes on the rows of tabs, in the words of the file. */
    noteOfTabs: (told: Iterable<Note>): void => {
      for (const note of told) notes.add(inOwnWords(note), { stage: stage++, place: 0 })
    },
    /** Keeps a place for notes that are made later. */
    keepStage: (): number => stage++,
    problem: (told: readonly Problem[]): void => told.forEach(problems.add),
    /** What judging a part of the rows of a kind brought to light. */
    judged: (judgement: Judgement): void => {
      for (const row of judgement.rows) outcomes.get(row.row.file)?.keep(row)
      judgement.problems.forEach(problems.add)
      judgement.notes.forEach(noteOfRows)
    },
    /** The same of rows in which nothing is out of the ordinary. */
    judgedPlain: ({ file, numbers, outcomes: told, urnAt, notes: surveyed }: PlainJudgement): void => {
      const { keepPlain } = outcomes.get(file)!
      numbers.forEach((number, index) => keepPlain(number, told[index]!, urnAt(number)))
      noteOfRows(surveyed, surveyStage)
    },
    /** All parts of a kind are judged. */
    endKind: (): void => {
      stage += 3
    },
    problemCount: problems.count,
    /** How many rows were judged and not ignored. */
    rowCount: (): number =>
      rowOutcomes.filter((outcome) => outcome !== 'ignored').reduce((sum, outcome) => sum + count(outcome), 0),
    told: (): Pick<Outcome, 'new' | 'changed' | 'same' | 'rows' | 'problems' | 'problemCount' | 'notes'> => {
      const isRefused = problems.count() > 0
      return {
        new: isRefused ? 0 : count('loaded'),
        changed: isRefused ? 0 : count('changed'),
        same: count('same'),
        rows: joined([...outcomes.values()].map(({ rows }) => rows(isRefused))),
        problems: problemsInOwnWords(files, problems.first()),
        problemCount: problems.count(),
        notes: [
          ...notes.lines(),
          ...(problems.count() > listed
            ? [`Of ${english(problems.count())} problems the first ${english(listed)} are listed.`]
            : []),
        ],
      }
    },
  }
}

export type Account = ReturnType<typeof openAccount>
