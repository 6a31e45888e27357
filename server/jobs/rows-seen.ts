import type { Outcome } from '../../ingest/load.ts'
import type { OutcomeRow } from '../../ingest/load/outcome.ts'
import type { Problem, ProblemCode } from '../../ingest/problem.ts'

/** What a file says of one school, in rows. */
type Counts = Record<'new' | 'changed' | 'same' | 'conflicting', number>

/** A doubtful name with the place beside it: its first row, and the numbers of all, tab by tab. */
interface Doubt {
  readonly first: OutcomeRow
  readonly name: string
  readonly tabs: Map<string | null, number[]>
}

/** What going once over the rows of an outcome brings together. */
export interface RowsSeen {
  readonly ignored: number
  readonly schools: ReadonlyMap<number, Counts>
  readonly doubts: readonly Doubt[]
  /** The first rows that change something, with what they change. */
  readonly changed: readonly OutcomeRow[]
}

/** So many cells that change are kept for people to read. */
const cellsKept = 200

const placeOf = ({ sheet, row }: Pick<Problem, 'sheet' | 'row'>): string => JSON.stringify([sheet ?? null, row])

const foundWith = (problems: readonly Problem[], wanted: ProblemCode): ReadonlyMap<string, string> =>
  new Map(problems.filter(({ code }) => code === wanted).map((problem) => [placeOf(problem), problem.found]))

const counted = { loaded: 'new', changed: 'changed', same: 'same' } as const

/** Goes over the rows once. Those of a big file are made one by one, and only what is listed is kept. */
export function seeRows({ rows, problems }: Outcome): RowsSeen {
  const [names, conflicts] = [foundWith(problems, 'doubtful-school'), foundWith(problems, 'conflict')]
  const schools = new Map<number, Counts>()
  const doubts = new Map<string, Doubt>()
  const changed: OutcomeRow[] = []
  let [ignored, cells] = [0, 0]

  const countOf = (urn: number): Counts => {
    const counts = schools.get(urn) ?? { new: 0, changed: 0, same: 0, conflicting: 0 }
    schools.set(urn, counts)
    return counts
  }

  const doubt = (row: OutcomeRow): void => {
    const name = names.get(placeOf(row))
    // Problems past those listed come to light when the file is checked again.
    if (name === undefined) return
    const key = JSON.stringify([name, row.place, row.candidates])
    const { tabs } = doubts.get(key) ?? { tabs: new Map<string | null, number[]>() }
    const rows = tabs.get(row.sheet)
    if (rows === undefined) tabs.set(row.sheet, [row.row])
    else rows.push(row.row)
    if (!doubts.has(key)) doubts.set(key, { first: row, name, tabs })
  }

  for (const row of rows) {
    const { urn, outcome, changes = [] } = row
    if (outcome === 'ignored') ignored += 1
    if (outcome === 'doubtful') doubt(row)
    if (changes.length > 0 && cells < cellsKept) {
      changed.push(row)
      cells += changes.length
    }
    if (urn === null) continue
    const counts = countOf(urn)
    if (outcome in counted) counts[counted[outcome as keyof typeof counted]] += 1
    if (outcome === 'problem' && conflicts.has(placeOf(row))) counts.conflicting += 1
  }
  return { ignored, schools, doubts: [...doubts.values()], changed }
}
